/** What is kept on this device, followed by a screen as it changes: in this tab, in another, after the PIN. */
import { useEffect, useState } from 'react'
import { LockedDevice } from './sealing.ts'
import { type Kept, listKept, whenKept } from './store.ts'
import { type WaitingAct, actsOf, sendWaiting } from './waiting.ts'

export type Shut = 'locked' | 'no-seal' | null
export interface Followed<T> {
  /** Null until it has been read. */
  readonly rows: readonly T[] | null
  readonly shut: Shut
}
const TOGETHER_MS = 200
const nothing = { rows: null, shut: null } as const

function useFollowed<T>(
  person: string,
  kind: string,
  read: (person: string) => Promise<readonly T[]>,
): Followed<T> {
  const [state, setState] = useState<Followed<T>>(nothing)
  useEffect(() => {
    let gone = false
    let looking = false
    let again = false
    /** Many changes in a row, a card of photographs for instance, are read together. */
    const look = (changed: string): void => {
      if (person === '' || (changed !== kind && changed !== '*')) return
      if (looking) again = true
      else void readNow()
    }
    const readNow = async (): Promise<void> => {
      looking = true
      do {
        again = false
        const began = performance.now()
        const state = await read(person).then(
          (rows): Followed<T> => ({ rows, shut: null }),
          (problem: unknown): Followed<T> => ({
            rows: null,
            shut: problem instanceof LockedDevice && problem.code === 'no-seal' ? 'no-seal' : 'locked',
          }),
        )
        if (gone) return
        setState(state)
        // Thousands take long to read: that is done a fifth of the time, and the rest is left to what changes them.
        const wait = Math.max(TOGETHER_MS, 4 * (performance.now() - began))
        if (again) await new Promise((later) => setTimeout(later, wait))
      } while (again)
      looking = false
    }
    look(kind)
    const stop = whenKept(look)
    return () => {
      gone = true
      stop()
    }
  }, [person, kind, read])
  return state
}

const readers = new Map<string, (person: string) => Promise<readonly Kept<never>[]>>()
/** One reader a kind: the same function each time, so that an effect does not begin anew. */
function readerOf<T>(kind: string): (person: string) => Promise<readonly Kept<T>[]> {
  const known = readers.get(kind) ?? ((person: string) => listKept<never>(person, kind))
  readers.set(kind, known)
  return known as (person: string) => Promise<readonly Kept<T>[]>
}
export const useKept = <T>(person: string, kind: string): Followed<Kept<T>> =>
  useFollowed(person, kind, readerOf<T>(kind))
export const useWaiting = (person: string): Followed<WaitingAct> => useFollowed(person, 'act', actsOf)

/** A line that is up does not carry at once: it is tried again soon after the browser says so. */
const AFTER_ONLINE_MS = [0, 1_500, 5_000] as const
const EVERY_MS = 20_000
/** Sends what waits now, whenever the network comes back or the device is opened, and every twenty seconds: once, from the frame around every page. */
export function keepSending(person: string): () => void {
  /** After a cut in the middle of many it goes on at once; only where nothing goes out any more does it wait. */
  const sending = async (): Promise<void> => {
    while (!gone && (await sendWaiting(person)) > 0);
  }
  const go = (): void => void sending().catch(() => undefined)
  let gone = false
  let soon: ReturnType<typeof setTimeout>[] = []
  const back = (): void => {
    soon.forEach(clearTimeout)
    soon = AFTER_ONLINE_MS.map((ms) => setTimeout(go, ms))
  }
  go()
  addEventListener('online', back)
  const stop = whenKept((kind) => (kind === '*' ? go() : undefined))
  const timer = setInterval(go, EVERY_MS)
  return () => {
    gone = true
    removeEventListener('online', back)
    soon.forEach(clearTimeout)
    stop()
    clearInterval(timer)
  }
}
