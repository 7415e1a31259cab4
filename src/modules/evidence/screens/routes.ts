/** Where the screens of evidence live. */
import type { Route } from '#ui/route.ts'

export const routes: Route[] = [
  {
    path: '/evidence',
    screen: () => import('../page/screens/ItemsPage.tsx'),
    nav: { key: 'shell.evidence', icon: 'package', order: 30, operation: 'evidence.find-items' },
  },
  {
    path: '/evidence/submissions',
    screen: () => import('../counter/screens/SubmissionsPage.tsx'),
    nav: {
      key: 'shell.evidence-counter',
      icon: 'door-enter',
      order: 31,
      handy: true,
      operation: 'evidence.receive-submission',
    },
  },
  { path: '/evidence/batch', screen: () => import('../page/screens/BatchPage.tsx') },
  { path: '/evidence/submissions/$id', screen: () => import('../counter/screens/SubmissionPage.tsx') },
  {
    path: '/evidence/receive',
    screen: () => import('../counter/screens/ReceivePage.tsx'),
    within: '/evidence/submissions',
  },
  {
    path: '/evidence/scan',
    screen: () => import('../page/screens/ScanPage.tsx'),
    nav: {
      key: 'shell.evidence-scan',
      icon: 'scan',
      order: 32,
      handy: true,
      operation: 'evidence.hand-over',
    },
  },
  { path: '/evidence/scan/$act', screen: () => import('../page/screens/ScanPage.tsx') },
  {
    path: '/evidence/announced',
    screen: () => import('../counter/screens/AnnouncedQueuePage.tsx'),
    nav: { key: 'shell.evidence-announced', icon: 'inbox', order: 30.5, operation: 'evidence.announced' },
  },
  { path: '/evidence/announced/$id', screen: () => import('../counter/screens/TakeUpPage.tsx') },
  {
    path: '/evidence/hands',
    screen: () => import('../hands/screens/HandsPage.tsx'),
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
    screen: () => import('../stores/screens/StorePage.tsx'),
    nav: { key: 'shell.evidence-store', icon: 'store', order: 34, operation: 'evidence.store-item' },
  },
  {
    path: '/evidence/places/$place',
    screen: () => import('../stores/screens/StorePage.tsx'),
    within: '/evidence/store',
  },
  {
    path: '/evidence/places/$place/register',
    screen: () => import('../stores/screens/stock/RegisterFoundPage.tsx'),
    within: '/evidence/store',
  },
  {
    path: '/evidence/places/$place/evacuation',
    screen: () => import('../stores/screens/stock/EvacuationPage.tsx'),
    within: '/evidence/store',
  },
  {
    path: '/evidence/evacuation',
    screen: () => import('../stores/screens/stock/EvacuationPage.tsx'),
    within: '/evidence/store',
  },
  {
    path: '/evidence/stock-takes',
    screen: () => import('../stores/screens/stock/StockTakesPage.tsx'),
    nav: {
      key: 'shell.evidence-stock',
      icon: 'checklist',
      order: 34.5,
      operation: 'evidence.start-stock-take',
    },
  },
  { path: '/evidence/stock-takes/$id', screen: () => import('../stores/screens/stock/StockTakePage.tsx') },
  { path: '/evidence/stock-takes/$id/audit', screen: () => import('../stores/screens/stock/AuditPage.tsx') },
  {
    path: '/evidence/stock-takes/$id/count/$round',
    screen: () => import('../stores/screens/stock/CountPage.tsx'),
  },
  {
    path: '/evidence/after-hours',
    screen: () => import('../stores/screens/AfterHoursPage.tsx'),
    nav: {
      key: 'shell.evidence-after-hours',
      icon: 'moon',
      order: 33.5,
      // For whoever brings things, not for everybody who might.
      handy: 'evidence.submit-prelog',
      operation: 'evidence.leave-items',
    },
  },
  { path: '/evidence/after-hours/leave', screen: () => import('../stores/screens/LeavePage.tsx') },
  {
    path: '/evidence/kits',
    screen: () => import('../counter/screens/kits/KitsPage.tsx'),
    nav: { key: 'shell.evidence-kits', icon: 'box', order: 36, operation: 'evidence.issue-kit' },
  },
  { path: '/evidence/kits/$id', screen: () => import('../counter/screens/kits/KitPage.tsx') },
  {
    path: '/evidence/transit',
    screen: () => import('../hands/screens/TransitPage.tsx'),
    nav: {
      key: 'shell.evidence-transit',
      icon: 'truck',
      order: 35,
      operation: 'evidence.dispatch-consignment',
    },
  },
  {
    path: '/evidence/disposal',
    screen: () => import('../disposal/screens/DisposalPage.tsx'),
    nav: { key: 'shell.evidence-disposal', icon: 'archive', order: 36.5, operation: 'evidence.disposal-due' },
  },
  { path: '/evidence/items/$id/balance', screen: () => import('../disposal/screens/BalancePage.tsx') },
  { path: '/evidence/disposal/$id', screen: () => import('../disposal/screens/ProposalPage.tsx') },
  { path: '/evidence/items/$id', screen: () => import('../page/screens/ItemPage.tsx') },
  { path: '/evidence/cases/$case/samples', screen: () => import('../things/screens/SamplesPage.tsx') },
  { path: '/evidence/items/$id/cash', screen: () => import('../things/screens/cash/CashPage.tsx') },
  { path: '/evidence/items/$id/itemise', screen: () => import('../counter/screens/ItemisePage.tsx') },
]
