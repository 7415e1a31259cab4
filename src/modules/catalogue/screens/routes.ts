/** The screens of catalogue: lists, limits, definitions and what waits to be confirmed; one list; the studio and the changes it proposes. */
import type { Route } from '#ui/route.ts'

export const routes: Route[] = [
  {
    path: '/catalogue',
    screen: () => import('./CataloguePage.tsx'),
    nav: { key: 'catalogue.title', icon: 'book', order: 80, operation: 'catalogue.list-unconfirmed' },
  },
  { path: '/catalogue/lists/$list', screen: () => import('./CodeListPage.tsx') },
  { path: '/catalogue/studio', screen: () => import('./StudioPage.tsx') },
  { path: '/catalogue/studio/$section', screen: () => import('./StudioPage.tsx') },
  { path: '/catalogue/studio/$section/$key', screen: () => import('./StudioPage.tsx') },
  { path: '/catalogue/changes/$change', screen: () => import('./ChangePage.tsx') },
]
