/** The browser's beginning: gathers the screens and texts of every module, asks who is there, and shows the page. */
import {
  RouterProvider,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { type ReactNode, useCallback, useState, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { setServiceZone } from '#kernel/calendar.ts'
import { ErrorState, Skeleton } from '#ui/Asked.tsx'
import { Ground } from '#ui/Ground.tsx'
import { whenSignedOut } from '#ui/client.ts'
import { forgetHere } from '#ui/offline/here.ts'
import { beginWorker, openAnewWhenChanged } from '#ui/offline/worker.ts'
import type { Route } from '#ui/route.ts'
import type { Language } from '#ui/say.ts'
import { NotFound, NotKept } from './shell/NotFound.tsx'
import { SignedIn } from './shell/SignedIn.tsx'
import { chooseLanguage, chosenLanguage } from './shell/language.tsx'
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
const moduleOf = (file: string): string => file.split('/').at(-3) ?? ''
/** A screen opens when the words of its module are there; one that was never drawn in needs a connection, and says so. */
const withWords = (file: string, route: Route): Route => ({
  ...route,
  screen: async () => {
    try {
      const [screen] = await Promise.all([route.screen(), wordsOf(moduleOf(file))])
      return screen
    } catch (problem) {
      if (navigator.onLine) throw problem
      return { default: NotKept }
    }
  },
})
const routes: readonly Route[] = [
  ...dev,
  ...own,
  ...Object.entries(found).flatMap(([file, module]) => module.routes.map((route) => withWords(file, route))),
]
/** Which modules hold a place that works without a network. */
const offline: ReadonlyMap<string, string> = new Map(
  Object.entries(found).flatMap(([file, module]) =>
    module.routes.filter((route) => route.offline).map((route) => [route.path, moduleOf(file)] as const),
  ),
)
const isPublic = (path: string): boolean =>
  routes.some(
    (route) => route.public && new RegExp(`^${route.path.replace(/\$\w+/g, '[^/]+')}/?$`).test(path),
  )

const toSignIn = (): void => {
  forgetHere()
  if (!isPublic(location.pathname))
    location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`)
}

function Inside(): ReactNode {
  return <SignedIn routes={routes} offline={offline} />
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
  const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Inside })
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
    chooseLanguage(language)
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
  const language = chosenLanguage() ?? (navigator.language.startsWith('es') ? 'es' : house)
  document.documentElement.lang = language
  setServiceZone(document.documentElement.dataset['zone'] ?? 'UTC')
  whenSignedOut(toSignIn)
  await speak(language)
  const element = document.querySelector('#custodia')
  if (element) createRoot(element).render(<App />)
}
openAnewWhenChanged()
beginWorker()
void begin()
