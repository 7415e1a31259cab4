/** Signed in: the shell with who it is. Where the server cannot be asked, who was here last is taken from this device, sealed. */
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { EmptyState, ErrorState, Skeleton } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { useAsk } from '#ui/client.ts'
import { dropDraftsOfOthers } from '#ui/drafts.ts'
import type { Me } from '#ui/me.ts'
import { personHere } from '#ui/offline/here.ts'
import { keepPlaces } from '#ui/offline/worker.ts'
import type { Route } from '#ui/route.ts'
import { useLanguage, useSay } from '#ui/say.ts'
import { Shell, placesFor } from './Shell.tsx'
import { chosenLanguage } from './language.tsx'
import { awaited, heldWords, isLost, moduleOfKey } from './words.tsx'

/** When the first page stands: who it is and the places of this person are kept, for the next time without a network. */
const SOON_MS = 4_000

interface Frame {
  readonly routes: readonly Route[]
  /** The modules of the places that work without a network, by path. */
  readonly offline: ReadonlyMap<string, string>
}

export function SignedIn(props: Frame): ReactNode {
  const asked = useAsk<Me>('identity.who-am-i', {}, { every: 300_000 })
  const unreached = asked.data === undefined && asked.error?.status === 0
  const remembered = useRemembered(unreached)
  // One place for both: what is being typed stays on the screen when the connection comes back.
  const me = asked.data ?? remembered.me
  if (me) return <Known {...props} me={me} />
  if (unreached) return <div className="page narrow">{remembered.panel}</div>
  if (asked.error && asked.error.status !== 401)
    return (
      <div className="page narrow">
        <ErrorState problem={asked.error} onRetry={() => void asked.refetch()} />
      </div>
    )
  return <Waiting />
}

const Waiting = (): ReactNode => (
  <div className="page narrow">
    <Skeleton lines={3} />
  </div>
)

/** The account's language counts unless this browser chose another. */
function Known(props: Frame & { me: Me }): ReactNode {
  const { me, routes, offline } = props
  const { language, setLanguage } = useLanguage()
  const theirs = me.language
  useEffect(() => dropDraftsOfOthers(me.person.id), [me.person.id])
  useEffect(() => {
    if (chosenLanguage() === null && theirs !== language) setLanguage(theirs)
  }, [theirs, language, setLanguage])
  useEffect(() => {
    if (!me.csrf) return
    const timer = setTimeout(() => {
      const places = placesFor(me, routes)
      const own = places.flatMap((place) => offline.get(place.path) ?? [])
      // The navigation says all its places, those too whose words have not come yet on a narrow line.
      const said = new Set([...heldWords().modules, ...places.map((place) => moduleOfKey(place.key))])
      void keepPlaces([...new Set(own)], [...said])
      if (own.length > 0) void keepForLater(me, routes).catch(() => undefined)
    }, SOON_MS)
    return () => clearTimeout(timer)
  }, [me, routes, offline])
  useSending(
    me.person.id,
    placesFor(me, routes).some((place) => offline.has(place.path)),
  )
  // The navigation is said whole or not yet; a place whose words cannot come without a network is left out of it, so that the others open.
  const sayable = routes.filter((route) => !route.nav || !isLost(route.nav.key))
  const unsaid = placesFor(me, sayable).filter((place) => awaited(place.key))
  return unsaid.length === 0 ? <Shell me={me} routes={sayable} /> : <Waiting />
}

/** Who it is, and the answers without which a place of theirs would stand empty where no network is. */
async function keepForLater(me: Me, routes: readonly Route[]): Promise<void> {
  const { keepAnswers, rememberMe } = await import('#ui/offline/who.ts')
  await rememberMe(me)
  const own = new Set(placesFor(me, routes).map((place) => place.path))
  await keepAnswers(
    me.person.id,
    routes.flatMap((route) => (own.has(route.path) ? (route.keeps ?? []) : [])),
  )
}

/** What waits on this device goes out whatever page is open; what came of it is asked for at once, and again when the house has performed it. */
function useSending(person: string, wanted: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!wanted) return
    let gone = false
    const stops: (() => void)[] = []
    const again = (): void => void queries.invalidateQueries()
    const start = async (): Promise<void> => {
      const [{ keepSending }, { whenSent }] = await Promise.all([
        import('#ui/offline/use-kept.ts'),
        import('#ui/offline/waiting.ts'),
      ])
      if (gone) return
      stops.push(
        whenSent(() => {
          again()
          setTimeout(again, 2_500)
        }),
        keepSending(person),
      )
    }
    start().catch(() => undefined)
    return () => {
      gone = true
      for (const stop of stops) stop()
    }
  }, [person, wanted, queries])
}

interface Found {
  readonly me: Me | null
  readonly panel: ReactNode
}
const looking: Found = { me: null, panel: <Skeleton lines={3} /> }

/** Nobody answers: who was here last, if that person may still be trusted to be it; behind the PIN of the device where there is one. */
function useRemembered(wanted: boolean): Found {
  const [found, setFound] = useState<Found>(looking)
  const [again, setAgain] = useState(0)
  useEffect(() => {
    if (!wanted) return
    const look = async (): Promise<Found> => {
      const who = await import('#ui/offline/who.ts')
      const person = personHere()
      if (person === null) return { me: null, panel: <Nobody /> }
      try {
        const kept = await who.rememberedMe()
        return { me: kept?.me ?? null, panel: <Nobody /> }
      } catch {
        const { Unlock } = await import('#ui/offline/Unlock.tsx')
        return { me: null, panel: <Unlock person={person} onOpen={() => setAgain((n) => n + 1)} /> }
      }
    }
    look().then(setFound, () => setFound({ me: null, panel: <Nobody /> }))
  }, [wanted, again])
  return found
}

function Nobody(): ReactNode {
  const say = useSay()
  return (
    <EmptyState
      icon="cloud-off"
      title={say('device.no-who')}
      act={<Button onClick={() => location.reload()}>{say('device.again')}</Button>}
    >
      {say('device.no-who-next')}
    </EmptyState>
  )
}
