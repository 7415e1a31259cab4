/** The screens of results: the worksheet at the bench, worksheets that wait for review, reference libraries. */
import type { Route } from '#ui/route.ts'

export const routes: Route[] = [
  { path: '/results/worksheets/$id', screen: () => import('./WorksheetPage.tsx') },
  {
    path: '/results/review',
    screen: () => import('./ReviewQueuePage.tsx'),
    nav: { key: 'results.nav', icon: 'eye-check', order: 48, operation: 'results.review-technically' },
  },
  { path: '/results/libraries', screen: () => import('./LibrariesPage.tsx') },
]
