/** What stands on the counter is kept on this device while one works, so that neither a power cut nor a closed page loses it. */
import { useEffect, useState } from 'react'
import { useMe } from '#ui/me.ts'

interface Kept<T> {
  readonly at: string
  readonly what: T
}
/** The draft, a setter, what was found at the start (with its time), and how to forget it. */
export function useDraft<T>(name: string, empty: T) {
  const me = useMe()
  const key = `custodia.draft.${me?.person.id ?? 'nobody'}.${name}`
  const [found, setFound] = useState<Kept<T> | null>(() => read<T>(key))
  const [what, setWhat] = useState<T>(() => found?.what ?? empty)
  useEffect(() => {
    try {
      if (what === empty) localStorage.removeItem(key)
      else localStorage.setItem(key, JSON.stringify({ at: new Date().toISOString(), what }))
    } catch {
      // A full or forbidden store loses the draft, not the work.
    }
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
function read<T>(key: string): Kept<T> | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept<T> | null
  } catch {
    return null
  }
}
