/** Where the screens of the portal live: the four words of a telephone come first. */
import type { Route } from '#ui/route.ts'

export const routes: Route[] = [
  {
    path: '/portal/announce',
    screen: () => import('./AnnouncePage.tsx'),
    offline: true,
    nav: { key: 'portal.nav-announce', icon: 'send', order: 2, operation: 'evidence.submit-prelog' },
  },
  {
    path: '/portal',
    screen: () => import('./MyCasesPage.tsx'),
    offline: true,
    nav: { key: 'portal.nav-cases', icon: 'case', order: 3, operation: 'portal.my-cases' },
  },
  {
    path: '/portal/messages',
    screen: () => import('./MessagesPage.tsx'),
    nav: { key: 'portal.nav-messages', icon: 'answer', order: 4, inside: 64, operation: 'portal.messages' },
  },
  {
    path: '/portal/help',
    screen: () => import('./HelpPage.tsx'),
    nav: { key: 'portal.nav-help', icon: 'messages', order: 5, inside: 65, operation: 'portal.help' },
  },
  {
    path: '/portal/records',
    screen: () => import('./RecordsPage.tsx'),
    nav: {
      key: 'portal.nav-records',
      icon: 'file',
      order: 5.5,
      inside: 66,
      operation: 'portal.record-requests',
    },
  },
  {
    path: '/portal/kits',
    screen: () => import('./KitsPage.tsx'),
    nav: { key: 'portal.nav-kits', icon: 'package', order: 5.7, inside: 67, operation: 'portal.scan-kit' },
  },
  { path: '/portal/charges', screen: () => import('./ChargesPage.tsx') },
  {
    path: '/portal/appointments',
    screen: () => import('./AppointmentsPage.tsx'),
    nav: {
      key: 'portal.nav-appointments',
      icon: 'calendar',
      order: 5,
      inside: 36.7,
      operation: 'portal.appointments',
    },
  },
  {
    path: '/portal/adoption',
    screen: () => import('./AdoptionPage.tsx'),
    nav: { key: 'portal.nav-adoption', icon: 'chart', order: 95, operation: 'portal.adoption' },
  },
  {
    path: '/portal/notices',
    screen: () => import('./NoticesPage.tsx'),
    nav: {
      key: 'portal.nav-notices',
      icon: 'bell',
      order: 6,
      inside: 99,
      operation: 'portal.notice-choices',
    },
  },
  {
    path: '/portal/banners',
    screen: () => import('./BannersPage.tsx'),
    nav: { key: 'portal.nav-banners', icon: 'flag', order: 96, operation: 'portal.put-up-banner' },
  },
  { path: '/portal/search', screen: () => import('./SearchPage.tsx') },
  { path: '/portal/cases/$id', screen: () => import('./CaseStatusPage.tsx') },
  { path: '/portal/announced/$id', screen: () => import('./AnnouncedPage.tsx') },
]
