/** What travels and what somebody should ask after. */
import { Act } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Card, Columns, Page } from '#ui/Page.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { z } from 'zod'
import type { ConsignmentLine, OverdueList, Travelling } from '../contract.ts'
import { Lines } from './HandsPage.tsx'

export default function TransitPage() {
  const say = useSay()
  const travelling = useAsk<z.output<typeof Travelling>>('evidence.in-transit', {}, { every: 60_000 })
  const late = useAsk<z.output<typeof OverdueList>>('evidence.overdue', {}, { every: 60_000 })
  return (
    <Page>
      <RecordHead crumbs={[]} title={say('evidence.t-title')} />
      <Columns kind="halves">
        <Asked of={travelling}>
          {(t) =>
            t.items.length > 0 ? (
              <div style={{ display: 'grid', gap: 16 }}>
                {t.items.map((c) => (
                  <Consignment key={c.id} of={c} />
                ))}
              </div>
            ) : (
              <Card>
                <p>{say('evidence.t-none')}</p>
              </Card>
            )
          }
        </Asked>
        <Asked of={late}>
          {(o) => (
            <Card title={say('evidence.t-ask')} aside={o.items.length}>
              <Plain
                head={[]}
                rows={o.items.map((l) => [
                  <Linked key="n" to={`/evidence/items/${l.item.id}`} mono>
                    {l.item.number}
                  </Linked>,
                  say(`evidence.t-why-${l.why}`),
                  showInstant(l.since),
                  l.tell.join(', '),
                ])}
              />
            </Card>
          )}
        </Asked>
      </Columns>
    </Page>
  )
}

function Consignment({ of: c }: { of: z.output<typeof ConsignmentLine> }) {
  const say = useSay()
  const receive = useTell('evidence.receive-consignment', { settles: ['evidence.'] })
  return (
    <Card
      title={`${c.number} · ${c.carrier}`}
      aside={
        <StateChip state={c.late ? 'overdue' : 'in-transit'}>
          {c.late ? say('evidence.t-late') : say('evidence.state-in-transit')}
        </StateChip>
      }
    >
      <p>
        {say('evidence.t-from-to', { from: c.from, to: c.to })}.{' '}
        {say('evidence.t-hours', { n: c.hours, due: showInstant(c.dueAt) })}
      </p>
      <Lines items={c.things} />
      <Act
        operation="evidence.receive-consignment"
        icon="door-enter"
        busy={receive.busy}
        onAct={() => void receive.tell({ consignment: c.id })}
      />
      {receive.problem ? <p role="alert">{receive.problem.detail}</p> : null}
    </Card>
  )
}
