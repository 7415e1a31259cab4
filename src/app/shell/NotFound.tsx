/** What is said when an address leads nowhere. */
import type { ReactNode } from 'react'
import { EmptyState } from '#ui/Asked.tsx'
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
