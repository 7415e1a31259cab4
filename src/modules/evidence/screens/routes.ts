/** Where the screens of evidence live. */
import type { Route } from '#ui/route.ts'

export const routes: Route[] = [
  {
    path: '/evidence',
    screen: () => import('./ItemsPage.tsx'),
    nav: { key: 'shell.evidence', icon: 'package', order: 30, operation: 'evidence.find-items' },
  },
  {
    path: '/evidence/submissions',
    screen: () => import('./SubmissionsPage.tsx'),
    nav: {
      key: 'shell.evidence-counter',
      icon: 'door-enter',
      order: 31,
      handy: true,
      operation: 'evidence.receive-submission',
    },
  },
  { path: '/evidence/submissions/$id', screen: () => import('./SubmissionPage.tsx') },
  { path: '/evidence/receive', screen: () => import('./ReceivePage.tsx'), within: '/evidence/submissions' },
  {
    path: '/evidence/scan',
    screen: () => import('./ScanPage.tsx'),
    nav: {
      key: 'shell.evidence-scan',
      icon: 'scan',
      order: 32,
      handy: true,
      operation: 'evidence.hand-over',
    },
  },
  { path: '/evidence/scan/$act', screen: () => import('./ScanPage.tsx') },
  {
    path: '/evidence/announced',
    screen: () => import('./AnnouncedQueuePage.tsx'),
    nav: { key: 'shell.evidence-announced', icon: 'inbox', order: 30.5, operation: 'evidence.announced' },
  },
  { path: '/evidence/announced/$id', screen: () => import('./TakeUpPage.tsx') },
  {
    path: '/evidence/hands',
    screen: () => import('./HandsPage.tsx'),
    nav: {
      key: 'shell.evidence-hands',
      icon: 'hand-over',
      order: 33,
      handy: true,
      operation: 'evidence.accept-hand-over',
    },
  },
  {
    path: '/evidence/store',
    screen: () => import('./StorePage.tsx'),
    nav: { key: 'shell.evidence-store', icon: 'store', order: 34, operation: 'evidence.store-item' },
  },
  { path: '/evidence/places/$place', screen: () => import('./StorePage.tsx'), within: '/evidence/store' },
  {
    path: '/evidence/places/$place/register',
    screen: () => import('./stock/RegisterFoundPage.tsx'),
    within: '/evidence/store',
  },
  {
    path: '/evidence/places/$place/evacuation',
    screen: () => import('./stock/EvacuationPage.tsx'),
    within: '/evidence/store',
  },
  {
    path: '/evidence/evacuation',
    screen: () => import('./stock/EvacuationPage.tsx'),
    within: '/evidence/store',
  },
  {
    path: '/evidence/stock-takes',
    screen: () => import('./stock/StockTakesPage.tsx'),
    nav: {
      key: 'shell.evidence-stock',
      icon: 'checklist',
      order: 34.5,
      operation: 'evidence.start-stock-take',
    },
  },
  { path: '/evidence/stock-takes/$id', screen: () => import('./stock/StockTakePage.tsx') },
  { path: '/evidence/stock-takes/$id/audit', screen: () => import('./stock/AuditPage.tsx') },
  { path: '/evidence/stock-takes/$id/count/$round', screen: () => import('./stock/CountPage.tsx') },
  {
    path: '/evidence/kits',
    screen: () => import('./kits/KitsPage.tsx'),
    nav: { key: 'shell.evidence-kits', icon: 'box', order: 36, operation: 'evidence.issue-kit' },
  },
  { path: '/evidence/kits/$id', screen: () => import('./kits/KitPage.tsx') },
  {
    path: '/evidence/transit',
    screen: () => import('./TransitPage.tsx'),
    nav: {
      key: 'shell.evidence-transit',
      icon: 'truck',
      order: 35,
      operation: 'evidence.dispatch-consignment',
    },
  },
  {
    path: '/evidence/disposal',
    screen: () => import('./disposal/DisposalPage.tsx'),
    nav: { key: 'shell.evidence-disposal', icon: 'archive', order: 36.5, operation: 'evidence.disposal-due' },
  },
  { path: '/evidence/items/$id/balance', screen: () => import('./disposal/BalancePage.tsx') },
  { path: '/evidence/disposal/$id', screen: () => import('./disposal/ProposalPage.tsx') },
  { path: '/evidence/items/$id', screen: () => import('./ItemPage.tsx') },
  { path: '/evidence/cases/$case/samples', screen: () => import('./SamplesPage.tsx') },
  { path: '/evidence/items/$id/cash', screen: () => import('./cash/CashPage.tsx') },
  { path: '/evidence/items/$id/itemise', screen: () => import('./ItemisePage.tsx') },
]
