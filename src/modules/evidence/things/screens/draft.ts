/** What stands on the counter is kept on this device while one works, so that neither a power cut nor a closed page loses it. */
import { useEffect, useState } from 'react'
import { draftKeyOf, keepDraft, readDraft } from '#ui/drafts.ts'
import { useMe } from '#ui/me.ts'

interface Kept<T> {
  readonly at: string
  readonly what: T
}
/** The draft, a setter, what was found at the start (with its time), and how to forget it. */
export function useDraft<T>(name: string, empty: T) {
  const me = useMe()
  const key = draftKeyOf(me?.person.id, name)
  const [found, setFound] = useState<Kept<T> | null>(() => readDraft<Kept<T>>('device', key))
  const [what, setWhat] = useState<T>(() => found?.what ?? empty)
  useEffect(() => {
    keepDraft('device', key, what === empty ? null : { at: new Date().toISOString(), what })
  }, [what, key, empty])
  const forget = (next: T = empty): void => {
    setFound(null)
    setWhat(next)
  }
  return {
    what,
    change: (some: Partial<T>) => setWhat((was) => ({ ...was, ...some })),
    found: found?.at,
    forget,
  }
}
