/** The screens of the observatory: exploring, indicators, what leaves, counts of others, and the words that a victim's record still asks for. */
import type { Route } from '#ui/route.ts'

export const routes: Route[] = [
  {
    path: '/observatory',
    screen: () => import('./ExplorePage.tsx'),
    nav: { key: 'observatory.nav-explore', icon: 'chart', order: 80, operation: 'observatory.cube' },
  },
  { path: '/observatory/board', screen: () => import('./BoardsPage.tsx') },
  { path: '/observatory/work', screen: () => import('./WorkPage.tsx') },
  { path: '/observatory/indicators', screen: () => import('./IndicatorsPage.tsx') },
  { path: '/observatory/releases', screen: () => import('./ReleasesPage.tsx') },
  { path: '/observatory/releases/$id', screen: () => import('./ReleasePage.tsx') },
  { path: '/observatory/feeds', screen: () => import('./FeedsPage.tsx') },
  { path: '/observatory/feeds/$id', screen: () => import('./FeedPage.tsx') },
  { path: '/observatory/grants', screen: () => import('./GrantsPage.tsx') },
  { path: '/observatory/grants/$id', screen: () => import('./GrantPage.tsx') },
  { path: '/observatory/reconciliation', screen: () => import('./ReconciliationPage.tsx') },
  { path: '/observatory/quality', screen: () => import('./QualityPage.tsx') },
  {
    path: '/observatory/coding',
    screen: () => import('./CodingPage.tsx'),
    nav: {
      key: 'observatory.nav-coding',
      icon: 'people',
      order: 84,
      operation: 'observatory.victims-to-code',
    },
  },
  { path: '/open-data', screen: () => import('./OpenDataPage.tsx'), public: true },
]
