/** Where the screens of scenes live; those of one scene open without a network. */
import type { Route } from '#ui/route.ts'

export const routes: Route[] = [
  {
    path: '/scenes',
    screen: () => import('./ScenesPage.tsx'),
    offline: true,
    nav: { key: 'scenes.nav', icon: 'pin', order: 32, handy: true, operation: 'scenes.open-attendance' },
  },
  { path: '/scenes/call', screen: () => import('./NewCallPage.tsx') },
  { path: '/scenes/open', screen: () => import('./OpenPage.tsx') },
  { path: '/scenes/roster', screen: () => import('./RosterPage.tsx') },
  { path: '/scenes/bays', screen: () => import('./BaysPage.tsx') },
  { path: '/scenes/fixity', screen: () => import('./FixityPage.tsx') },
  { path: '/scenes/handed-in', screen: () => import('./HandedInPage.tsx') },
  { path: '/scenes/$id', screen: () => import('./ScenePage.tsx') },
  { path: '/scenes/$id/photographs', screen: () => import('./PhotosPage.tsx') },
  { path: '/scenes/$id/sketch', screen: () => import('./SketchPage.tsx') },
]
