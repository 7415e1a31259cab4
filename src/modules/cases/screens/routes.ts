/** The screens of cases: the worklist, the search, the form, the case. */
import type { Route } from '#ui/route.ts'

export const routes: Route[] = [
  {
    path: '/cases',
    screen: () => import('./CasesPage.tsx'),
    nav: { key: 'cases.title', icon: 'case', order: 10, operation: 'cases.find-cases' },
  },
  { path: '/cases/new', screen: () => import('./OpenCasePage.tsx') },
  { path: '/cases/asked', screen: () => import('./AskedPage.tsx') },
  { path: '/cases/batch', screen: () => import('./BatchPage.tsx') },
  { path: '/cases/$id', screen: () => import('./CasePage.tsx') },
  { path: '/find', screen: () => import('./FindPage.tsx') },
]
