/** The screens of quality: what is due, equipment, lots, methods; one method. */
import type { Route } from '#ui/route.ts'

export const routes: Route[] = [
  {
    path: '/quality',
    screen: () => import('./QualityPage.tsx'),
    nav: { key: 'quality.title', icon: 'shield', order: 70, operation: 'quality.what-is-due' },
  },
  { path: '/quality/methods/$code', screen: () => import('./MethodPage.tsx') },
]
