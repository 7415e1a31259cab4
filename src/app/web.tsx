/** The browser's beginning: gathers the screens and texts of every module, asks who is there, and shows the page. */
import {
  RouterProvider,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { ErrorState, Skeleton } from '#ui/Asked.tsx'
import { Ground } from '#ui/Ground.tsx'
import { useAsk, whenSignedOut } from '#ui/client.ts'
import { type Me, useMe } from '#ui/me.ts'
import type { Route } from '#ui/route.ts'
import { type Language, type Texts, useLanguage } from '#ui/say.ts'
import { Home, NotFound } from './shell/Home.tsx'
import { Shell } from './shell/Shell.tsx'

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
const routes: readonly Route[] = [...dev, ...own, ...Object.values(found).flatMap((module) => module.routes)]
const isPublic = (path: string): boolean =>
  routes.some(
    (route) => route.public && new RegExp(`^${route.path.replace(/\$\w+/g, '[^/]+')}/?$`).test(path),
  )

const LANGUAGE = 'custodia.language'
const stored = (): Language | null => {
  const kept = localStorage.getItem(LANGUAGE)
  return kept === 'es' || kept === 'en' ? kept : null
}
const textsOf = async (language: Language): Promise<Texts> =>
  (language === 'es' ? await import('./shell/catalogue-es.tsx') : await import('./shell/catalogue-en.tsx'))
    .texts

const toSignIn = (): void => {
  if (!isPublic(location.pathname))
    location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`)
}

/** Signed in: the shell with who it is; the account's language counts unless this browser chose another. */
function SignedIn(): ReactNode {
  const me = useAsk<Me>('identity.who-am-i', {}, { every: 300_000 })
  const { language, setLanguage } = useLanguage()
  const theirs = me.data?.language
  useEffect(() => {
    if (theirs && stored() === null && theirs !== language) setLanguage(theirs)
  }, [theirs, language, setLanguage])
  if (me.data) return <Shell me={me.data} routes={routes} />
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
function OwnHome(): ReactNode {
  const me = useMe()
  return me ? <Home me={me} /> : null
}

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
    : [createRoute({ getParentRoute: () => shell, path: '/', component: OwnHome })]
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

function App(props: { first: { language: Language; texts: Texts } }): ReactNode {
  const [words, setWords] = useState(props.first)
  const [router] = useState(makeRouter)
  const setLanguage = useCallback((language: Language) => {
    localStorage.setItem(LANGUAGE, language)
    void textsOf(language).then((texts) => {
      document.documentElement.lang = language
      setWords({ language, texts })
    })
  }, [])
  return (
    <Ground {...words} setLanguage={setLanguage}>
      <RouterProvider router={router as never} />
    </Ground>
  )
}

async function begin(): Promise<void> {
  const language = stored() ?? (navigator.language.startsWith('es') ? 'es' : 'en')
  document.documentElement.lang = language
  whenSignedOut(toSignIn)
  const texts = await textsOf(language)
  const element = document.querySelector('#custodia')
  if (element) createRoot(element).render(<App first={{ language, texts }} />)
}
// A new version was installed while this tab stood open: its parts have other names now.
window.addEventListener('vite:preloadError', () => location.reload())
void begin()
