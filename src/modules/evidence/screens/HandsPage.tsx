/** What waits for me, what I offered, what I hold. */
import { useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Note } from '#ui/Note.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { z } from 'zod'
import type { Held, HandOverLine, ItemLine } from '../contract.ts'
import { askCodes } from './state.ts'

type Offer = z.output<typeof HandOverLine>

export default function HandsPage() {
  const say = useSay()
  const held = useAsk<z.output<typeof Held>>('evidence.held-by', {}, { every: 30_000 })
  return (
    <Asked of={held}>
      {(h) => (
        <Page>
          <RecordHead
            crumbs={[]}
            title={say('evidence.m-title')}
            facts={h.person.name}
            acts={
              <Act
                operation="evidence.hand-over"
                icon="hand-over"
                to="/evidence/hand-over"
                primary={h.toAccept.length === 0}
              />
            }
          />
          <Card title={say('evidence.m-accept')}>
            {h.toAccept.length > 0 ? (
              h.toAccept.map((o, i) => <Offered key={o.id} offer={o} toMe primary={i === 0} />)
            ) : (
              <p>{say('evidence.m-none')}</p>
            )}
          </Card>
          {h.offered.length > 0 ? (
            <Card title={say('evidence.m-offered')}>
              {h.offered.map((o) => (
                <Offered key={o.id} offer={o} />
              ))}
            </Card>
          ) : null}
          <Card title={say('evidence.m-held')}>
            {h.items.length > 0 ? (
              <Lines items={h.items} />
            ) : (
              <EmptyState title={say('evidence.m-nothing')} />
            )}
          </Card>
        </Page>
      )}
    </Asked>
  )
}

export function Lines({ items }: { items: readonly ItemLine[] }) {
  const say = useSay()
  return (
    <Plain
      head={[
        say('evidence.s-number'),
        say('evidence.s-what'),
        say('evidence.s-hazards'),
        say('evidence.s-since'),
      ]}
      rows={items.map((i) => [
        <Linked key="n" to={`/evidence/items/${i.id}`} mono>
          {i.number}
        </Linked>,
        i.description,
        i.hazards.join(', '),
        showInstant(i.since),
      ])}
    />
  )
}

function Offered({ offer, toMe, primary }: { offer: Offer; toMe?: boolean; primary?: boolean }) {
  const say = useSay()
  const accept = useTell('evidence.accept-hand-over', { settles: ['evidence.'] })
  const decline = useTell('evidence.decline-hand-over', { settles: ['evidence.'] })
  const withdraw = useTell('evidence.withdraw-hand-over', { settles: ['evidence.'] })
  const [declining, setDeclining] = useState(false)
  const problem = accept.problem ?? decline.problem ?? withdraw.problem
  const dangers = [...new Set(offer.things.flatMap((t) => t.hazards))]
  return (
    <div style={{ display: 'grid', gap: 8, marginBottom: 16 }}>
      <strong>
        {toMe
          ? say('evidence.m-from', { name: offer.from, at: showInstant(offer.at) })
          : say('evidence.m-to', { name: offer.to, at: showInstant(offer.at) })}
        {offer.purpose ? `: ${offer.purpose}` : ''}
      </strong>
      {dangers.length > 0 ? (
        <Note tone="achiote" icon="warning" title={say('evidence.p-danger')}>
          {dangers.join(', ')}
        </Note>
      ) : null}
      <Lines items={offer.things} />
      {problem ? <Note tone="achiote" title={problem.detail} /> : null}
      <ActRow>
        {toMe ? (
          <Act
            operation="evidence.accept-hand-over"
            icon="check"
            primary={primary === true}
            busy={accept.busy}
            onAct={() => void accept.tell({ handOver: offer.id })}
          />
        ) : null}
        {toMe ? (
          <Act
            operation="evidence.decline-hand-over"
            icon="x"
            busy={decline.busy}
            onAct={() => setDeclining(!declining)}
          />
        ) : null}
        {toMe ? null : (
          <Act
            operation="evidence.withdraw-hand-over"
            icon="x"
            busy={withdraw.busy}
            onAct={() => void withdraw.tell({ handOver: offer.id })}
          />
        )}
      </ActRow>
      {declining ? (
        <Form
          name={`evidence.decline-hand-over.${offer.id}`}
          draft={false}
          problem={decline.problem}
          sendLabel={say('op.evidence.decline-hand-over')}
          onSend={async (values) => {
            await decline.tell({ handOver: offer.id, ...values })
          }}
          fields={[
            {
              key: 'why',
              label: say('evidence.m-why'),
              kind: 'ref',
              ask: askCodes('decline-reason'),
              required: true,
            },
            { key: 'words', label: say('evidence.d-words'), kind: 'text' },
          ]}
        />
      ) : null}
    </div>
  )
}
