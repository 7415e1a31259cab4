/** Whether the server answers: one small store that the client feeds and the shell shows. */
import { useSyncExternalStore } from 'react'

/** degraded: it answers, but says that a part of it does not. */
export type Connection = 'live' | 'offline' | 'degraded'

let now: Connection = typeof navigator !== 'undefined' && !navigator.onLine ? 'offline' : 'live'
const listeners = new Set<() => void>()

export function connectionIs(next: Connection): void {
  if (next === now) return
  now = next
  for (const listener of listeners) listener()
}

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
