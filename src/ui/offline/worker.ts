/** The page's side of the service worker: registers it, tells it which places this person has, and says when a newer version has been taken in. */
import { useSyncExternalStore } from 'react'

let newer = false
const listeners = new Set<() => void>()

/** Whether a newer version of the pages is ready: it comes with the next opening, and nothing that was typed is lost by it. */
export const useNewerVersion = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => newer,
  )

/** Only where the pages are built, and only at a trusted address: elsewhere the browser has no service workers. */
export function beginWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const before = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (!before) return
    newer = true
    for (const listener of listeners) listener()
  })
  addEventListener('load', () => {
    navigator.serviceWorker.register('/service-worker.js', { scope: '/' }).catch(() => undefined)
  })
}

/** `words`: modules whose screens this person needs without a connection; `texts`: those whose words were read. */
export async function keepPlaces(words: readonly string[], texts: readonly string[]): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const { active } = await navigator.serviceWorker.ready
  const seen = performance.getEntriesByType('resource').map((one) => new URL(one.name).pathname)
  active?.postMessage({ keep: [...words, ...texts.map((word) => `${word}/texts`)], seen })
}

/** A part of a page that could not be drawn in: with a connection the version has changed, and the page opens anew, once a minute at most. */
export function openAnewWhenChanged(): void {
  addEventListener('vite:preloadError', () => {
    const last = Number(sessionStorage.getItem('custodia.opened-anew') ?? 0)
    if (!navigator.onLine || Date.now() - last < 60_000) return
    sessionStorage.setItem('custodia.opened-anew', String(Date.now()))
    location.reload()
  })
}
