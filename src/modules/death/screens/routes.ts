/** The screens of death: the calls, a new call, the file of a death, the morgue, the missing. */
import type { Route } from '#ui/route.ts'

export const routes: Route[] = [
  {
    path: '/death',
    screen: () => import('./CallsPage.tsx'),
    nav: { key: 'death.nav', icon: 'body', order: 55, operation: 'death.calls' },
  },
  {
    path: '/death/morgue',
    screen: () => import('./MorguePage.tsx'),
    nav: { key: 'death.nav-morgue', icon: 'temperature', order: 56, operation: 'death.count-bodies' },
  },
  { path: '/death/pending', screen: () => import('./PendingPage.tsx') },
  { path: '/death/examinations/$id', screen: () => import('./ExaminationPage.tsx') },
  { path: '/death/missing', screen: () => import('./MissingPage.tsx') },
  { path: '/death/call', screen: () => import('./NewCallPage.tsx') },
  { path: '/death/deaths/$id', screen: () => import('./DeathPage.tsx') },
]
