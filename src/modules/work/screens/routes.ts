/** The screens of work: the section's queue, my bench, one request, and asking for an examination. */
import type { Route } from '#ui/route.ts'

export const routes: Route[] = [
  {
    path: '/work',
    screen: () => import('./QueuePage.tsx'),
    nav: { key: 'work.nav', icon: 'requests', order: 40, operation: 'work.queue' },
  },
  {
    path: '/work/bench',
    screen: () => import('./BenchPage.tsx'),
    nav: { key: 'work.nav-bench', icon: 'microscope', order: 45, handy: true, operation: 'work.my-bench' },
  },
  {
    path: '/work/transfers',
    screen: () => import('./TransfersPage.tsx'),
    within: '/work',
  },
  { path: '/work/new', screen: () => import('./NewRequestPage.tsx') },
  { path: '/work/requests/$id', screen: () => import('./RequestPage.tsx') },
]
