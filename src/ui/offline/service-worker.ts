/**
 * The service worker: keeps the shell, and the screens and words of the places that this person has, so that later visits open with no
 * connection. It keeps files of the build only: no answer of the API ever passes through it. A new version is taken in beside the one that is
 * open: its files are kept together with those of the version before, so that a page which stands open goes on until it is left.
 */

/** What this file uses of a worker's world; the browser's types stand in another library than those of pages. */
interface Waits {
  waitUntil(work: Promise<unknown>): void
}
interface Asks extends Waits {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface Told extends Waits {
  readonly data: unknown
}
interface Pushed extends Waits {
  readonly data: { json(): unknown } | null
}
interface Tapped extends Waits {
  readonly notification: { readonly data: unknown; close(): void }
}
interface Tab {
  readonly url: string
  focus(): Promise<unknown>
  navigate(to: string): Promise<unknown>
}
interface Worker {
  addEventListener(kind: 'install' | 'activate', hear: (event: Waits) => void): void
  addEventListener(kind: 'fetch', hear: (event: Asks) => void): void
  addEventListener(kind: 'message', hear: (event: Told) => void): void
  addEventListener(kind: 'push', hear: (event: Pushed) => void): void
  addEventListener(kind: 'notificationclick', hear: (event: Tapped) => void): void
  skipWaiting(): Promise<void>
  readonly location: Location
  readonly clients: {
    claim(): Promise<void>
    matchAll(of: object): Promise<Tab[]>
    openWindow(to: string): Promise<unknown>
  }
  readonly registration: { showNotification(title: string, options: object): Promise<void> }
}
interface Build {
  readonly version: string
  /** What every page stands on. */
  readonly shell: readonly string[]
  /** Files that bear the same name in every version: the mark, the manifest, the icons. */
  readonly plain: readonly string[]
  /** The screens and words of each module by its name, and its words alone as `portal/texts`. */
  readonly parts: Readonly<Record<string, readonly string[]>>
}

/** Written in when the pages are built (vite.config.ts). */
declare const CUSTODIA_BUILD: Build

const worker = self as unknown as Worker
const { version, shell, plain, parts } = CUSTODIA_BUILD
const SHELL = `custodia-shell-${version}`
const FILES = 'custodia-files'
/** Which words are kept for whoever uses this device; asked for again with each version. */
const WORDS = '/kept-words.json'
/** On a line that hardly carries, the page that is kept comes rather than none. */
const PATIENCE_MS = 4_000

const kept = async (path: string): Promise<Response | undefined> =>
  (await caches.open(FILES)).match(path, { ignoreVary: true })

/** A file of the build is never another under the same name; what is not the file itself is not kept. */
async function take(path: string): Promise<Response> {
  const answer = await fetch(path)
  const page = (answer.headers.get('content-type') ?? '').startsWith('text/html')
  if (answer.ok && !page) await (await caches.open(FILES)).put(path, answer.clone())
  return answer
}
const fetchOnce = async (path: string): Promise<Response> => (await kept(path)) ?? take(path)

/** `words` are asked for again with each version; `seen` is what a page had drawn in before there was a worker. */
async function keep(words: readonly string[], seen: readonly string[]): Promise<void> {
  await (await caches.open(SHELL)).put(WORDS, new Response(JSON.stringify(words)))
  // Words first: without those of its navigation no page stands, and they are small.
  const filesOf = (some: readonly string[]): string[] => some.flatMap((word) => parts[word] ?? [])
  const files = [
    ...filesOf(words.filter((word) => word.endsWith('/texts'))),
    ...seen.filter((path) => path.startsWith('/assets/')),
    ...filesOf(words),
  ]
  // One after another: who works meanwhile on a narrow line comes first.
  for (const path of new Set(files)) if (!(await kept(path))) await take(path).catch(() => undefined)
}
async function wordsBefore(): Promise<string[]> {
  const said = await caches.match(WORDS)
  return said ? ((await said.json()) as string[]) : []
}

async function install(): Promise<void> {
  const words = await wordsBefore()
  const page = await fetch('/', { cache: 'no-cache' })
  if (!page.ok) throw new Error(`the page answers ${page.status}`)
  for (const path of shell) {
    const answer = await fetchOnce(path)
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}`)
  }
  const own = await caches.open(SHELL)
  for (const path of plain) await own.put(path, await fetch(path, { cache: 'no-cache' }))
  await own.put('/', page)
  await own.put('/files.json', new Response(JSON.stringify([...shell, ...Object.values(parts).flat()])))
  await keep(words, [])
  await worker.skipWaiting()
}

/** This version and the one before stay; what neither of them knows is let go. */
async function activate(): Promise<void> {
  const before = (await caches.keys()).filter((name) => name.startsWith('custodia-shell-') && name !== SHELL)
  for (const old of before.slice(0, -1)) await caches.delete(old)
  const known = new Set<string>()
  for (const name of [...before.slice(-1), SHELL]) {
    const list = await (await caches.open(name)).match('/files.json')
    for (const path of list ? ((await list.json()) as string[]) : []) known.add(path)
  }
  const files = await caches.open(FILES)
  for (const request of await files.keys())
    if (!known.has(new URL(request.url).pathname)) await files.delete(request)
  await worker.clients.claim()
}

/** The newest page when the server can be reached in time, the one that is kept when it cannot. */
async function page(request: Request): Promise<Response> {
  const own = await caches.open(SHELL)
  const held = await own.match('/')
  const asked = fetch(request).then(async (answer) => {
    if (answer.status >= 502 && answer.status <= 504 && held) return held
    const text = answer.ok ? await answer.clone().text() : ''
    // The zone and the language of the house stand in it: renewed as long as it is the page of this version.
    if (text.includes(shell[0] ?? ' ')) await own.put('/', new Response(text, { headers: answer.headers }))
    return answer
  })
  if (!held) return asked
  const late = new Promise<Response>((settle) => setTimeout(() => settle(held), PATIENCE_MS))
  return Promise.race([asked.catch(() => held), late])
}

worker.addEventListener('install', (event) => event.waitUntil(install()))
worker.addEventListener('activate', (event) => event.waitUntil(activate()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (pathname.startsWith('/assets/')) event.respondWith(fetchOnce(pathname))
  else if (plain.includes(pathname))
    event.respondWith(caches.open(SHELL).then(async (own) => (await own.match(pathname)) ?? fetch(request)))
  else if (request.mode === 'navigate' && !/^\/(api|docs|verify|metrics)(\/|$)/.test(pathname))
    event.respondWith(page(request))
})
worker.addEventListener('message', (event) => {
  const said = (event.data ?? {}) as { keep?: unknown; seen?: unknown }
  const texts = (list: unknown): string[] =>
    Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
  if (Array.isArray(said.keep)) event.waitUntil(keep(texts(said.keep), texts(said.seen)))
})

/** A notice carries its kind in words and where to look: nothing of a case. */
worker.addEventListener('push', (event) => {
  const said = (event.data?.json() ?? {}) as { title?: string; body?: string; to?: string; tag?: string }
  event.waitUntil(
    worker.registration.showNotification(said.title ?? 'Custodia', {
      body: said.body ?? '',
      tag: said.tag ?? 'custodia',
      icon: '/icon-192.png',
      badge: '/badge.png',
      data: said.to ?? '/',
    }),
  )
})
worker.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const to = typeof event.notification.data === 'string' ? event.notification.data : '/'
  event.waitUntil(
    worker.clients.matchAll({ type: 'window' }).then(async (tabs) => {
      const [tab] = tabs
      if (!tab) return worker.clients.openWindow(to)
      await tab.focus()
      return tab.navigate(to)
    }),
  )
})
