/** Money counted by two: one's own count note by note, then both beside one another with what differs. */
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Asked } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Columns, Page, Stacked } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { CashSeen } from '../../contract.ts'
import { cashIcon, cashTone } from './looks.ts'
import { CountCard } from './CountCard.tsx'
import { RoundCard } from './RoundCard.tsx'
import './cash.css'

export default function CashPage() {
  const { id } = useParams({ strict: false })
  const cash = useAsk<CashSeen>('evidence.cash-of-item', { item: String(id) })
  return <Asked of={cash}>{(c) => <Whole cash={c} />}</Asked>
}

function Whole({ cash }: { cash: CashSeen }) {
  const say = useSay()
  const { item } = cash
  const [anew, setAnew] = useState(false)
  const verdict = cash.actions.find((a) => a.operation === 'evidence.count-cash')
  const last = cash.rounds.at(-1)
  return (
    <Page>
      <RecordHead
        crumbs={[
          { label: item.case.number, to: `/cases/${item.case.id}`, mono: true },
          { label: item.number, to: `/evidence/items/${item.id}`, mono: true },
          { label: say('evidence.cm-title') },
        ]}
        number={item.number}
        title={item.description}
        chips={
          <StateChip tone={cashTone[cash.state]} icon={cashIcon[cash.state]}>
            {say(`evidence.cm-state-${cash.state}`)}
          </StateChip>
        }
        facts={cash.totals.map((t) => `${t.currency} ${t.value}`).join(' · ')}
      />
      {cash.state === 'agreed' ? null : (
        <Note
          tone={cashTone[cash.state]}
          icon={cashIcon[cash.state]}
          title={say(`evidence.cm-${cash.state}`, { name: last?.first.by ?? '' })}
        />
      )}
      {verdict && !verdict.ok ? (
        <Note tone="slate" icon="clock" title={verdict.why}>
          {verdict.next}
        </Note>
      ) : null}
      <Columns kind="halves">
        <Stacked>
          {cash.state === 'agreed' && !anew && verdict?.ok ? (
            <Card title={say('evidence.cm-count')}>
              <p className="notes">{say('evidence.cm-agreed')}</p>
              <Button icon="list" onClick={() => setAnew(true)}>
                {say('evidence.cm-anew')}
              </Button>
            </Card>
          ) : verdict?.ok ? (
            <CountCard key={cash.rounds.length + (cash.state === 'waits' ? 0.5 : 0)} cash={cash} />
          ) : (
            <Card title={say('evidence.cm-count')}>
              <p className="dim">{verdict?.why ?? say('evidence.cm-none')}</p>
            </Card>
          )}
        </Stacked>
        <Stacked>
          {cash.rounds.toReversed().map((r) => (
            <RoundCard key={r.round} round={r} />
          ))}
        </Stacked>
      </Columns>
    </Page>
  )
}
