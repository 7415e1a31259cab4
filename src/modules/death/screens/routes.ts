/** The screens of death: the calls, a new call, the file of a death. */
import type { Route } from '#ui/route.ts'

export const routes: Route[] = [
  {
    path: '/death',
    screen: () => import('./CallsPage.tsx'),
    nav: { key: 'death.nav', icon: 'body', order: 55, operation: 'death.calls' },
  },
  { path: '/death/call', screen: () => import('./NewCallPage.tsx') },
  { path: '/death/deaths/$id', screen: () => import('./DeathPage.tsx') },
]
