/** A question whose last answer is kept on this device, sealed, and shown where the server cannot be asked: only for what a person needs without a network. */
import { useEffect, useState } from 'react'
import { type Params, type Problem, useAsk } from '../client.ts'
import { useMe } from '../me.ts'
import { type Kept, findKept, keep, whenKept } from './store.ts'

export interface AskedOrKept<Out> {
  readonly data: Out | undefined
  /** Since when it stands so, where it comes from the device; null when the server answered. */
  readonly keptAt: string | null
  readonly error: Problem | null
  readonly isPending: boolean
  readonly refetch: () => unknown
}
export interface KeptOptions {
  readonly kind: string
  readonly id: string
  /** Kept whenever it is answered; otherwise only where it is kept already, because the person asked for it. */
  readonly always?: boolean
  readonly every?: number
}

export function useAskOrKept<Out>(name: string, params: Params, options: KeptOptions): AskedOrKept<Out> {
  const person = useMe()?.person.id ?? ''
  const asked = useAsk<Out>(name, params, options.every ? { every: options.every } : {})
  const kept = useKeptOne<Out>(person, options.kind, options.id)
  const { kind, id, always } = options
  const wanted = person !== '' && (always === true || (kept !== undefined && kept !== null))
  useEffect(() => {
    // A device that cannot keep it shows what the server says all the same.
    if (asked.data !== undefined && wanted) keep(person, kind, id, asked.data).catch(() => undefined)
    // What was kept a moment ago is no reason to keep it again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked.data, person, kind, id, wanted])
  const cut = asked.error?.status === 0
  const unreached = asked.data === undefined && cut
  const { refetch, error, isPending } = asked
  // What was answered stands while the line is cut: a page at a scene does not go because it could not ask again.
  if (cut && !unreached)
    return { data: asked.data, keptAt: kept?.at ?? null, error: null, isPending, refetch }
  if (!unreached) return { data: asked.data, keptAt: null, error, isPending, refetch }
  if (kept === undefined) return { data: undefined, keptAt: null, error: null, isPending: true, refetch }
  return {
    data: kept?.value,
    keptAt: kept?.at ?? null,
    error: kept ? null : error,
    isPending: false,
    refetch,
  }
}

/** Undefined while it is read; null where it is not kept, or cannot be opened. */
export function useKeptOne<T>(person: string, kind: string, id: string): Kept<T> | null | undefined {
  const [row, setRow] = useState<Kept<T> | null | undefined>(undefined)
  useEffect(() => {
    let gone = false
    const look = (changed: string): void => {
      if (person === '' || (changed !== kind && changed !== '*')) return
      findKept<T>(person, kind, id).then(
        (found) => gone || setRow(found),
        () => gone || setRow(null),
      )
    }
    look(kind)
    const stop = whenKept(look)
    return () => {
      gone = true
      stop()
    }
  }, [person, kind, id])
  return row
}
