/** Whether the server answers, and how much waits to be sent: one small store that the client feeds and the shell shows. */
import { useSyncExternalStore } from 'react'

export interface Connection {
  /** degraded: it answers, but says that a part of it does not. */
  readonly state: 'live' | 'offline' | 'degraded'
  readonly waiting: number
}

let now: Connection = {
  state: typeof navigator !== 'undefined' && !navigator.onLine ? 'offline' : 'live',
  waiting: 0,
}
const listeners = new Set<() => void>()

function become(next: Connection): void {
  if (next.state === now.state && next.waiting === now.waiting) return
  now = next
  for (const listener of listeners) listener()
}

export const connectionIs = (state: Connection['state']): void => become({ ...now, state })
/** For whoever keeps acts on the device until they can be sent. */
const waitingAre = (waiting: number): void => become({ ...now, waiting })

if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => connectionIs('offline'))
  window.addEventListener('online', () => connectionIs('live'))
}

export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => now,
  )
}
