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
  { path: '/archive/batches', screen: () => import('./BatchesPage.tsx') },
  { path: '/archive/batches/$id', screen: () => import('./BatchPage.tsx') },
  { path: '/archive/keying', screen: () => import('./KeyingPage.tsx') },
  { path: '/archive/lots', screen: () => import('./LotsPage.tsx') },
  { path: '/archive/lots/$id', screen: () => import('./LotPage.tsx') },
  { path: '/archive/search', screen: () => import('./SearchPage.tsx') },
  { path: '/archive/cold', screen: () => import('./ColdPage.tsx') },
  { path: '/archive/leaving', screen: () => import('./LeavingPage.tsx') },
  { path: '/archive/requests', screen: () => import('./RequestsPage.tsx') },
]
