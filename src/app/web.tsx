/** The browser's beginning: gathers the screens and texts of every module, asks who is there, and shows the page. */
import {
  RouterProvider,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { type ReactNode, useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { setServiceZone } from '#kernel/calendar.ts'
import { ErrorState, Skeleton } from '#ui/Asked.tsx'
import { Ground } from '#ui/Ground.tsx'
import { useAsk, whenSignedOut } from '#ui/client.ts'
import { dropDraftsOfOthers } from '#ui/drafts.ts'
import type { Me } from '#ui/me.ts'
import type { Route } from '#ui/route.ts'
import { type Language, useLanguage } from '#ui/say.ts'
import { NotFound } from './shell/NotFound.tsx'
import { Shell, placesFor } from './shell/Shell.tsx'
import { awaited, heldWords, speak, whenWordsCome, wordsOf } from './shell/words.tsx'

const found = import.meta.glob<{ routes: Route[] }>(
  ['../modules/*/screens/routes.ts', '../identity/screens/routes.ts'],
  { eager: true },
)
const dev: Route[] = import.meta.env.DEV
  ? [{ path: '/gallery', screen: () => import('#ui/gallery/Gallery.tsx'), public: true }]
  : []
const help = (): Promise<{ default: () => ReactNode }> =>
  import('./shell/help/HelpPage.tsx').then((page) => ({ default: page.HelpPage }))
const own: Route[] = [
  { path: '/help', screen: help },
  { path: '/help/$page', screen: help },
]
/** A screen opens when the words of its module are there. */
const withWords = (file: string, route: Route): Route => ({
  ...route,
  screen: async () => {
    const [screen] = await Promise.all([route.screen(), wordsOf(file.split('/').at(-3) ?? '')])
    return screen
  },
})
const routes: readonly Route[] = [
  ...dev,
  ...own,
  ...Object.entries(found).flatMap(([file, module]) => module.routes.map((route) => withWords(file, route))),
]
const isPublic = (path: string): boolean =>
  routes.some(
    (route) => route.public && new RegExp(`^${route.path.replace(/\$\w+/g, '[^/]+')}/?$`).test(path),
  )

const LANGUAGE = 'custodia.language'
const stored = (): Language | null => {
  const kept = localStorage.getItem(LANGUAGE)
  return kept === 'es' || kept === 'en' ? kept : null
}

const toSignIn = (): void => {
  if (!isPublic(location.pathname))
    location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`)
}

/** Signed in: the shell with who it is; the account's language counts unless this browser chose another. */
function SignedIn(): ReactNode {
  const me = useAsk<Me>('identity.who-am-i', {}, { every: 300_000 })
  const { language, setLanguage } = useLanguage()
  const theirs = me.data?.language
  const person = me.data?.person.id
  useEffect(() => {
    if (person) dropDraftsOfOthers(person)
  }, [person])
  useEffect(() => {
    if (theirs && stored() === null && theirs !== language) setLanguage(theirs)
  }, [theirs, language, setLanguage])
  // The navigation is said whole or not yet.
  const unsaid = me.data ? placesFor(me.data, routes).filter((place) => awaited(place.key)) : []
  if (me.data && unsaid.length === 0) return <Shell me={me.data} routes={routes} />
  if (me.error && me.error.status !== 401)
    return (
      <div className="page narrow">
        <ErrorState problem={me.error} onRetry={() => void me.refetch()} />
      </div>
    )
  return (
    <div className="page narrow">
      <Skeleton lines={3} />
    </div>
  )
}
const ownHome = lazyRouteComponent(() => import('./shell/Home.tsx'), 'Home')

function makeRouter() {
  const root = createRootRoute({
    notFoundComponent: NotFound,
    errorComponent: ({ error }) => (
      <div className="page narrow">
        <ErrorState problem={error} onRetry={() => location.reload()} />
      </div>
    ),
  })
  const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: SignedIn })
  const page = (route: Route, parent: typeof root | typeof shell) =>
    createRoute({
      getParentRoute: () => parent as typeof root,
      path: route.path,
      component: lazyRouteComponent(route.screen),
    })
  const inside = routes.filter((route) => !route.public).map((route) => page(route, shell))
  const home = routes.some((route) => route.path === '/')
    ? []
    : [createRoute({ getParentRoute: () => shell, path: '/', component: ownHome })]
  const lost = createRoute({ getParentRoute: () => shell, path: '$', component: NotFound })
  return createRouter({
    routeTree: root.addChildren([
      ...routes.filter((route) => route.public).map((route) => page(route, root)),
      shell.addChildren([...home, ...inside, lost]),
    ]),
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingMs: 300,
    defaultPendingComponent: () => (
      <div className="page">
        <Skeleton lines={4} />
      </div>
    ),
  })
}

function App(): ReactNode {
  const { language: spoken, texts } = useSyncExternalStore(whenWordsCome, heldWords)
  const [router] = useState(makeRouter)
  const setLanguage = useCallback((language: Language) => {
    localStorage.setItem(LANGUAGE, language)
    void speak(language).then(() => {
      document.documentElement.lang = language
    })
  }, [])
  return (
    <Ground language={spoken} texts={texts} awaited={awaited} setLanguage={setLanguage}>
      <RouterProvider router={router as never} />
    </Ground>
  )
}

async function begin(): Promise<void> {
  const house = document.documentElement.dataset['language'] === 'es' ? 'es' : 'en'
  const language = stored() ?? (navigator.language.startsWith('es') ? 'es' : house)
  document.documentElement.lang = language
  setServiceZone(document.documentElement.dataset['zone'] ?? 'UTC')
  whenSignedOut(toSignIn)
  await speak(language)
  const element = document.querySelector('#custodia')
  if (element) createRoot(element).render(<App />)
}
// A new version was installed while this tab stood open: its parts have other names now.
window.addEventListener('vite:preloadError', () => location.reload())
void begin()
