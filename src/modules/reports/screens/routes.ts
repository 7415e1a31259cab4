/** The screens of reports: the list, the certificate, and the page on which anybody checks one. */
import type { Route } from '#ui/route.ts'

export const routes: Route[] = [
  {
    path: '/reports',
    screen: () => import('./ReportsPage.tsx'),
    nav: { key: 'reports.nav', icon: 'certificate', order: 60, operation: 'reports.find-reports' },
  },
  { path: '/reports/new', screen: () => import('./DraftPage.tsx') },
  { path: '/reports/received/$delivery', screen: () => import('./ReceivedPage.tsx') },
  { path: '/reports/$id', screen: () => import('./ReportPage.tsx') },
  { path: '/verify', screen: () => import('./VerifyPage.tsx'), public: true },
  { path: '/verify/$code', screen: () => import('./VerifyPage.tsx'), public: true },
]
