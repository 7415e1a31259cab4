/** The screens of exchange. */
import type { Route } from '#ui/route.ts'

export const routes: Route[] = [
  {
    path: '/exchange',
    screen: () => import('./ImportsPage.tsx'),
    nav: { key: 'exchange.nav', icon: 'upload', order: 90, operation: 'exchange.import-records' },
  },
]
