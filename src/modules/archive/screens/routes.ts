/** Where the screens of the archive live. */
import type { Route } from '#ui/route.ts'

export const routes: Route[] = [
  {
    path: '/archive',
    screen: () => import('./ArchivePage.tsx'),
    nav: { key: 'archive.nav', icon: 'archive', order: 64, operation: 'archive.find-boxes' },
  },
  { path: '/archive/list', screen: () => import('./ListingPage.tsx') },
  { path: '/archive/boxes/$id', screen: () => import('./BoxPage.tsx') },
  { path: '/archive/files/$id', screen: () => import('./FilePage.tsx') },
  { path: '/archive/requests', screen: () => import('./RequestsPage.tsx') },
]
