/** The screens of identity: the door, the first five minutes, the way back, my account, people, and who saw what. */
import type { Route } from '#ui/route.ts'

export const routes: Route[] = [
  { path: '/sign-in', screen: () => import('./SignIn.tsx'), public: true },
  { path: '/sign-on', screen: () => import('./SignOn.tsx'), public: true },
  { path: '/kiosk', screen: () => import('./Kiosk.tsx'), public: true },
  { path: '/recover', screen: () => import('./Recover.tsx'), public: true },
  { path: '/set-up', screen: () => import('./SetUp.tsx'), public: true },
  { path: '/me', screen: () => import('./MyAccount.tsx') },
  {
    path: '/people',
    screen: () => import('./People.tsx'),
    nav: { key: 'identity.nav-people', icon: 'users', order: 90, operation: 'identity.get-person' },
  },
  { path: '/people/$id', screen: () => import('./PersonPage.tsx') },
  {
    path: '/oversight',
    screen: () => import('./Oversight.tsx'),
    nav: {
      key: 'identity.nav-oversight',
      icon: 'eye-check',
      order: 91,
      operation: 'identity.open-recoveries',
    },
  },
  {
    path: '/outbox',
    screen: () => import('./Outbox.tsx'),
    nav: { key: 'identity.nav-mail', icon: 'messages', order: 91, operation: 'identity.list-mail' },
  },
]
