/** The screens of exchange. */
import type { Route } from '#ui/route.ts'

export const routes: Route[] = [
  {
    path: '/exchange',
    screen: () => import('./ImportsPage.tsx'),
    nav: { key: 'exchange.nav', icon: 'upload', order: 90, operation: 'exchange.import-records' },
  },
  {
    path: '/exchange/arrivals',
    screen: () => import('./ArrivalsPage.tsx'),
    nav: { key: 'exchange.arrivals-nav', icon: 'inbox', order: 58, operation: 'exchange.decide-arrival' },
  },
  {
    path: '/exchange/alike',
    screen: () => import('./AlikePage.tsx'),
    nav: { key: 'exchange.alike-nav', icon: 'link', order: 59, operation: 'exchange.decide-alike' },
  },
  {
    path: '/exchange/messages',
    screen: () => import('./MessagesPage.tsx'),
    nav: { key: 'exchange.messages-nav', icon: 'inbox', order: 57, operation: 'exchange.receive-message' },
  },
  {
    path: '/exchange/partners',
    screen: () => import('./PartnersPage.tsx'),
    nav: { key: 'exchange.partners-nav', icon: 'send', order: 91, operation: 'exchange.subscribe' },
  },
]
