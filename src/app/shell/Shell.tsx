/** The frame around every page of somebody signed in: bar, narrow navigation by word, bands, content; on a phone the words stand below. */
import './shell.css'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Icon, type IconName } from '#ui/Icon.tsx'
import { OfflineBand } from '#ui/OfflineBand.tsx'
import { useConnection } from '#ui/connection.ts'
import { type Me, MeContext } from '#ui/me.ts'
import { useNewerVersion } from '#ui/offline/worker.ts'
import type { Route } from '#ui/route.ts'
import { useSay } from '#ui/say.ts'
import { Button } from '#ui/Button.tsx'
import { Banners } from './Banners.tsx'
import { Bar } from './Bar.tsx'
import { Idle } from './Idle.tsx'
import { KioskLine } from './Kiosk.tsx'
import { Keys } from './Keys.tsx'
import { Palette } from './Palette.tsx'

export interface Place {
  readonly path: string
  readonly key: string
  readonly icon: IconName
  /** The act that this place is for. */
  readonly operation?: string | undefined
  readonly handy?: true | undefined
}
/** On a phone this many words stand below; the rest are behind "More". */
const BELOW = 4
/** So many stand beside the page at a desk; of whoever has more, the rest are behind "More". */
const BESIDE = 19

/** Whoever sends us things begins with the window to the laboratory; whoever works in it, with the work. */
const orderOf = ({ nav }: Route, me: Me): number =>
  (me.operations.includes('portal.my-cases') ? nav?.order : (nav?.inside ?? nav?.order)) ?? 0

const handiness = (place: Place): number => (place.path === '/' ? 0 : place.handy ? 1 : 2)

export function placesFor(me: Me, routes: readonly Route[]): Place[] {
  return routes
    .filter(
      (route) =>
        route.nav && (route.nav.operation === undefined || me.operations.includes(route.nav.operation)),
    )
    .toSorted((a, b) => orderOf(a, me) - orderOf(b, me))
    .flatMap((route) =>
      route.nav
        ? [
            {
              path: route.path,
              key: route.nav.key,
              icon: route.nav.icon,
              operation: route.nav.operation,
              handy:
                route.nav.handy === true ||
                (route.nav.handy !== undefined && me.operations.includes(route.nav.handy))
                  ? (true as const)
                  : undefined,
            },
          ]
        : [],
    )
}

/** Whether an address is one of a route: `$` stands for any word. */
function fits(path: string, address: string): boolean {
  const words = address.split('/')
  const parts = path.split('/')
  return parts.length === words.length && parts.every((part, i) => part.startsWith('$') || part === words[i])
}

export function Shell(props: { me: Me; routes: readonly Route[]; children?: ReactNode }): ReactNode {
  const say = useSay()
  const connection = useConnection()
  const newer = useNewerVersion()
  const [more, setMore] = useState(false)
  const address = useRouterState({ select: (router) => router.location.pathname })
  const path = props.routes.find((route) => route.within && fits(route.path, address))?.within ?? address
  const own = placesFor(props.me, props.routes)
  const places: Place[] = own.some((place) => place.path === '/')
    ? own
    : [{ path: '/', key: 'shell.home', icon: 'home' }, ...own]
  const [beside, behind] =
    places.length > BESIDE + 1 ? [places.slice(0, BESIDE), places.slice(BESIDE)] : [places, []]
  const byHand = places.toSorted((a, b) => handiness(a) - handiness(b))
  const help: Place = { path: '/help', key: 'shell.help', icon: 'help' }
  // The longest path that fits is where one is.
  const here = [...places, help]
    .filter((place) =>
      place.path === '/' ? path === '/' : path === place.path || path.startsWith(`${place.path}/`),
    )
    .toSorted((a, b) => b.path.length - a.path.length)[0]
  const word = (place: Place, className = ''): ReactNode => (
    <Link
      key={place.path}
      to={place.path}
      className={className}
      // The router would mark every word on the way; only the nearest is where one is.
      activeOptions={{ exact: true }}
      aria-current={place === here ? 'page' : undefined}
      onClick={() => setMore(false)}
    >
      <Icon name={place.icon} size={20} />
      <span>{say(place.key)}</span>
    </Link>
  )
  return (
    <MeContext.Provider value={props.me}>
      <a className="skip" href="#content">
        {say('shell.skip')}
      </a>
      <Bar me={props.me} />
      <nav className="shell-nav" aria-label={say('shell.navigation')}>
        {beside.map((place) => word(place))}
        {behind.length > 0 ? (
          <button
            type="button"
            className="shell-rest"
            aria-expanded={more}
            aria-current={here && behind.includes(here) ? 'page' : undefined}
            onClick={() => setMore(!more)}
          >
            <Icon name="menu" size={20} />
            <span>{say('shell.more')}</span>
          </button>
        ) : null}
        {word(help, 'shell-help')}
      </nav>
      {more && behind.length > 0 ? (
        <nav className="shell-beside" aria-label={say('shell.more')}>
          {behind.map((place) => word(place))}
        </nav>
      ) : null}
      <main className="shell-main" id="content" tabIndex={-1}>
        {props.me.service.demo ? <div className="demo-line">{say('shell.demo')}</div> : null}
        {props.me.kiosk ? <KioskLine /> : null}
        <Idle me={props.me} />
        <Banners />
        {connection === 'offline' ? <OfflineBand /> : null}
        {newer ? <NewerVersion /> : null}
        {props.children ?? <Outlet />}
      </main>
      <nav className="shell-foot" aria-label={say('shell.navigation')}>
        {byHand.slice(0, BELOW).map((place) => word(place))}
        <button type="button" aria-expanded={more} onClick={() => setMore(!more)}>
          <Icon name="menu" size={24} />
          <span>{say('shell.more')}</span>
        </button>
        {more ? (
          <div className="shell-more">
            {byHand.slice(BELOW).map((place) => word(place))}
            {word(help)}
          </div>
        ) : null}
      </nav>
      <Palette me={props.me} places={places} />
      <Keys />
    </MeContext.Provider>
  )
}

function NewerVersion(): ReactNode {
  const say = useSay()
  return (
    <div className="band tone-maya" role="status">
      <p>
        <strong>{say('device.newer')}</strong> {say('device.newer-note')}
      </p>
      <Button onClick={() => location.reload()}>{say('device.newer-open')}</Button>
    </div>
  )
}
