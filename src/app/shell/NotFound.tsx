/** What is said when an address leads nowhere, or to a page that this device does not have without a connection. */
import type { ReactNode } from 'react'
import { EmptyState } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Page } from '#ui/Page.tsx'
import { useSay } from '#ui/say.ts'

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

export function NotKept(): ReactNode {
  const say = useSay()
  return (
    <Page>
      <EmptyState
        icon="cloud-off"
        title={say('device.not-kept')}
        act={<Button onClick={() => location.reload()}>{say('device.again')}</Button>}
      >
        {say('device.not-kept-next')}
      </EmptyState>
    </Page>
  )
}
