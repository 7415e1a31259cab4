/** Where the screens of evidence live. */
import type { Route } from '#ui/route.ts'

export const routes: Route[] = [
  {
    path: '/evidence',
    screen: () => import('./ItemsPage.tsx'),
    nav: { key: 'evidence.nav', icon: 'package', order: 30, operation: 'evidence.find-items' },
  },
  {
    path: '/evidence/receive',
    screen: () => import('./ReceivePage.tsx'),
    nav: {
      key: 'evidence.nav-counter',
      icon: 'door-enter',
      order: 31,
      operation: 'evidence.receive-submission',
    },
  },
  {
    path: '/evidence/hands',
    screen: () => import('./HandsPage.tsx'),
    nav: { key: 'evidence.nav-hands', icon: 'hand-over', order: 32, operation: 'evidence.accept-hand-over' },
  },
  { path: '/evidence/hand-over', screen: () => import('./HandOverPage.tsx') },
  {
    path: '/evidence/store',
    screen: () => import('./StorePage.tsx'),
    nav: { key: 'evidence.nav-store', icon: 'store', order: 33, operation: 'evidence.store-item' },
  },
  {
    path: '/evidence/transit',
    screen: () => import('./TransitPage.tsx'),
    nav: {
      key: 'evidence.nav-transit',
      icon: 'truck',
      order: 34,
      operation: 'evidence.dispatch-consignment',
    },
  },
  { path: '/evidence/items/$id', screen: () => import('./ItemPage.tsx') },
]
