/** Grants: what was given, how much is left, and how many reports were made. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { EmptyState, ErrorState, More } from '#ui/Asked.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate, showNumber } from '#ui/show.ts'
import type { GrantLine } from '../contract/grants.ts'
import { GrantForm } from './GrantForm.tsx'
import { Rooms } from './Rooms.tsx'
import './observatory.css'

export default function GrantsPage(): ReactNode {
  const say = useSay()
  const [entering, setEntering] = useState(false)
  const list = useList<GrantLine>('observatory.grants', { limit: 50 })
  const head = ['agreement', 'donor', 'title', 'period', 'spent', 'budget', 'reports']
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('observatory.grants-title')}
        facts={say('observatory.grants-note')}
        acts={
          <ActRow>
            <Act operation="observatory.record-grant" icon="add" primary onAct={() => setEntering(true)} />
          </ActRow>
        }
      />
      <Rooms />
      {list.problem ? (
        <ErrorState problem={list.problem} onRetry={list.again} />
      ) : list.rows.length === 0 ? (
        <EmptyState title={say('observatory.grants-none')} icon="certificate">
          {say('observatory.grants-none-note')}
        </EmptyState>
      ) : (
        <Card>
          <Plain
            head={head.map((key) => say(`observatory.grant-${key}`))}
            align={['left', 'left', 'left', 'left', 'right', 'right', 'right']}
            rows={list.rows.map((g) => [
              <Linked key={g.id} to={`/observatory/grants/${g.id}`} mono>
                <Mono>{g.agreement}</Mono>
              </Linked>,
              g.donor,
              g.title,
              `${showDate(g.from)} – ${showDate(g.until)}`,
              showNumber(g.spent),
              `${showNumber(g.budget)} ${g.currency}`,
              String(g.reports),
            ])}
          />
          <More of={list} />
        </Card>
      )}
      {entering ? <GrantForm onClose={() => setEntering(false)} /> : null}
    </Page>
  )
}
