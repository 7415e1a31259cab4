/** The browser's own subscription to a push service: whether there can be one, whether there is one, and turning it on and off. */

export interface Subscribed {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}
export type PushState = 'not-here' | 'denied' | 'off' | 'on'

const there = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis
const registration = async (): Promise<ServiceWorkerRegistration | null> =>
  there() ? ((await navigator.serviceWorker.getRegistration('/')) ?? null) : null

const base64url = (bytes: ArrayBuffer | null): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

export async function pushState(): Promise<PushState> {
  const worker = await registration()
  if (!worker) return 'not-here'
  if (Notification.permission === 'denied') return 'denied'
  return (await worker.pushManager.getSubscription()) ? 'on' : 'off'
}
export async function pushEndpoint(): Promise<string | null> {
  return (await (await registration())?.pushManager.getSubscription())?.endpoint ?? null
}
/** Asks the person, then the push service of the browser's maker; throws where that cannot be reached. */
export async function subscribePush(key: string): Promise<Subscribed | 'denied' | 'not-here'> {
  const worker = await registration()
  if (!worker) return 'not-here'
  if ((await Notification.requestPermission()) !== 'granted') return 'denied'
  const made = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  return {
    endpoint: made.endpoint,
    p256dh: base64url(made.getKey('p256dh')),
    auth: base64url(made.getKey('auth')),
  }
}
export async function unsubscribePush(): Promise<void> {
  await (await (await registration())?.pushManager.getSubscription())?.unsubscribe()
}
