/** The screens of death: the calls, a new call, the file of a death, the morgue, the missing. */
import type { Route } from '#ui/route.ts'
import { callLists, theList, theScript } from '../call/screens/call-needs.ts'

export const routes: Route[] = [
  {
    path: '/death',
    screen: () => import('../call/screens/CallsPage.tsx'),
    // A call comes in the night, and where a storm has taken the network.
    offline: true,
    keeps: [...callLists.map(theList), theScript],
    nav: { key: 'death.nav', icon: 'body', order: 55, operation: 'death.calls' },
  },
  {
    path: '/death/morgue',
    screen: () => import('../morgue/screens/MorguePage.tsx'),
    nav: { key: 'death.nav-morgue', icon: 'temperature', order: 56, operation: 'death.count-bodies' },
  },
  { path: '/death/pending', screen: () => import('../examination/screens/PendingPage.tsx') },
  { path: '/death/examinations/$id', screen: () => import('../examination/screens/ExaminationPage.tsx') },
  { path: '/death/missing', screen: () => import('../identity/screens/MissingPage.tsx') },
  { path: '/death/certificates', screen: () => import('../page/screens/CertificatesPage.tsx') },
  { path: '/death/emergency', screen: () => import('../page/screens/PacksPage.tsx') },
  { path: '/death/call', screen: () => import('../call/screens/NewCallPage.tsx') },
  { path: '/death/deaths/$id', screen: () => import('../page/screens/DeathPage.tsx') },
]
