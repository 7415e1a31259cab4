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
  {
    path: '/results/indexes',
    screen: () => import('./IndexesPage.tsx'),
    nav: { key: 'results.nav-indexes', icon: 'dna', order: 49, operation: 'results.indexes' },
  },
  { path: '/results/profiles', screen: () => import('./ProfilesPage.tsx') },
  { path: '/results/profiles/$id', screen: () => import('./ProfilePage.tsx') },
  { path: '/results/searches/$id', screen: () => import('./SystemSearchesPage.tsx') },
  { path: '/results/oversight', screen: () => import('./OversightPage.tsx') },
]
