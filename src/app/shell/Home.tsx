/** Where one begins when no module brings a home of its own, and what is said when an address leads nowhere. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { EmptyState } from '#ui/Asked.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import type { Me } from '#ui/me.ts'
import type { Route } from '#ui/route.ts'
import { useSay } from '#ui/say.ts'
import { placesFor } from './Shell.tsx'

export function Home(props: { me: Me; routes: readonly Route[] }): ReactNode {
  const say = useSay()
  return (
    <Page>
      <RecordHead
        title={say('shell.hello', { name: props.me.person.name })}
        facts={say('shell.hello-next')}
      />
      <div className="home-places">
        {placesFor(props.me, props.routes)
          .filter((place) => place.path !== '/')
          .map((place) => (
            <Link key={place.path} to={place.path} className="home-place">
              <Icon name={place.icon} size={24} />
              <span>{say(place.key)}</span>
            </Link>
          ))}
      </div>
    </Page>
  )
}

export function NotFound(): ReactNode {
  const say = useSay()
  return (
    <Page>
      <EmptyState
        icon="zoom-question"
        title={say('shell.not-found')}
        act={<Linked to="/">{say('shell.home')}</Linked>}
      >
        {say('shell.not-found-next')}
      </EmptyState>
    </Page>
  )
}
