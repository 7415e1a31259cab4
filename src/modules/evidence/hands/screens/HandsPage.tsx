/** What waits for me, what I offered and nobody took yet, what I hold. */
import { useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { Card, Columns, Page } from '#ui/Page.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showAgo, showInstant } from '#ui/show.ts'
import { useTableState } from '#ui/table-state.ts'
import type { z } from 'zod'
import type { Held, HandOverLine, ItemLine } from '../../things/contract.ts'
import { itemColumns } from '../../things/screens/ItemColumns.tsx'
import { LabelDialog } from '../../things/screens/LabelDialog.tsx'
import { Dangers, Lines } from '../../things/screens/Lines.tsx'
import { askCodes } from '../../things/screens/state.ts'

type Offer = z.output<typeof HandOverLine>

export default function HandsPage() {
  const say = useSay()
  const held = useAsk<z.output<typeof Held>>('evidence.held-by', { limit: 1 }, { every: 30_000 })
  return (
    <Asked of={held}>
      {(h) => (
        <Page>
          <RecordHead
            crumbs={[]}
            title={say('evidence.m-title')}
            facts={h.person.name}
            acts={
              <>
                <Act
                  operation="evidence.hand-over"
                  icon="hand-over"
                  to="/evidence/scan/hand-over"
                  primary={h.toAccept.length === 0}
                />
                <Act operation="evidence.store-item" icon="store" to="/evidence/scan/put-away">
                  {say('evidence.sc-put-away')}
                </Act>
              </>
            }
          />
          {h.toAccept.length + h.offered.length > 0 ? (
            <Columns kind="halves">
              {h.toAccept.map((o, i) => (
                <OfferToMe key={o.id} offer={o} primary={i === 0} />
              ))}
              {h.offered.map((o) => (
                <OfferOfMine key={o.id} offer={o} />
              ))}
            </Columns>
          ) : null}
          <InHand />
        </Page>
      )}
    </Asked>
  )
}

function InHand() {
  const say = useSay()
  const table = useTableState('hands')
  const list = useList<ItemLine>('evidence.find-items', {
    mine: true,
    q: table.q || undefined,
    sort: 'oldest',
  })
  const [labels, setLabels] = useState<readonly string[] | null>(null)
  return (
    <Card
      title={say('evidence.m-held')}
      aside={list.total === undefined ? null : say('evidence.h-list', { n: list.total })}
    >
      <DataTable
        name="hands"
        remote
        rows={list.rows}
        rowKey={(r) => r.id}
        rowTo={(r) => `/evidence/items/${r.id}`}
        count={list.total}
        countIsAtLeast={list.totalIsAtLeast}
        hasMore={list.hasMore}
        more={list.more}
        empty={
          <EmptyState title={say('evidence.m-nothing')} icon="hand-over">
            {say('evidence.m-nothing-next')}
          </EmptyState>
        }
        bulk={(rows) => (
          <Act operation="evidence.print-label" icon="print" onAct={() => setLabels(rows.map((r) => r.id))} />
        )}
        columns={[
          ...itemColumns(say),
          {
            key: 'seals',
            label: say('evidence.p-seals'),
            cell: (r) => r.seals.join(', '),
            text: (r) => r.seals.join(', '),
            mono: true,
          },
          {
            key: 'dangers',
            label: say('evidence.s-hazards'),
            cell: (r) => <Dangers of={r.dangers} />,
            text: (r) => r.dangers.join(', '),
          },
          {
            key: 'since',
            label: say('evidence.s-since'),
            cell: (r) => `${showInstant(r.since)} (${showAgo(r.since)})`,
            text: (r) => r.since,
          },
        ]}
      />
      {labels ? <LabelDialog items={labels} again={false} onClose={() => setLabels(null)} /> : null}
    </Card>
  )
}

const dangersOf = (o: Offer): string[] => [...new Set(o.things.flatMap((t) => t.dangers))]

function OfferToMe({ offer, primary }: { offer: Offer; primary: boolean }) {
  const say = useSay()
  const accept = useTell('evidence.accept-hand-over', { settles: ['evidence.'] })
  const decline = useTell('evidence.decline-hand-over', { settles: ['evidence.'] })
  const [declining, setDeclining] = useState(false)
  const dangers = dangersOf(offer)
  return (
    <Card
      tone="maize"
      title={say('evidence.m-from', { name: offer.from, at: showInstant(offer.at) })}
      aside={<StateChip state="waits-person">{say('evidence.m-waits')}</StateChip>}
    >
      <div className="fields">
        {offer.purpose ? <p>{offer.purpose}</p> : null}
        {dangers.length > 0 ? (
          <Note tone="achiote" icon="warning" title={`${say('evidence.p-danger')}: ${dangers.join(', ')}`} />
        ) : null}
        <Lines items={offer.things} where={false} />
        <ProblemNote of={accept.problem} />
        <ActRow>
          <Act
            operation="evidence.accept-hand-over"
            icon="check"
            primary={primary}
            busy={accept.busy}
            onAct={() => void accept.tell({ handOver: offer.id, things: offer.things.map((t) => t.id) })}
          >
            {say('evidence.m-accept-n', { n: offer.things.length })}
          </Act>
          <Act operation="evidence.decline-hand-over" icon="x" onAct={() => setDeclining(true)} />
        </ActRow>
      </div>
      {declining ? (
        <Dialog title={say('op.evidence.decline-hand-over')} onClose={() => setDeclining(false)}>
          <Form
            name={`evidence.decline-hand-over.${offer.id}`}
            draft={false}
            problem={decline.problem}
            sendLabel={say('op.evidence.decline-hand-over')}
            onSend={async (values) => {
              const things = offer.things.map((t) => t.id)
              if (await decline.tell({ handOver: offer.id, things, ...values })) setDeclining(false)
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
        </Dialog>
      ) : null}
    </Card>
  )
}

function OfferOfMine({ offer }: { offer: Offer }) {
  const say = useSay()
  const withdraw = useTell('evidence.withdraw-hand-over', { settles: ['evidence.'] })
  const takeBack = async (): Promise<void> => {
    const sure = await confirm({
      title: say('op.evidence.withdraw-hand-over'),
      will: say('evidence.m-will-withdraw', { name: offer.to, n: offer.things.length }),
      say: say('op.evidence.withdraw-hand-over'),
    })
    if (sure) await withdraw.tell({ handOver: offer.id, things: offer.things.map((t) => t.id) })
  }
  return (
    <Card
      title={say('evidence.m-to', { name: offer.to, at: showInstant(offer.at) })}
      aside={<StateChip state="waits">{say('evidence.m-not-taken')}</StateChip>}
    >
      <div className="fields">
        <Lines items={offer.things} where={false} />
        <ProblemNote of={withdraw.problem} />
        <ActRow>
          <Act
            operation="evidence.withdraw-hand-over"
            icon="back"
            busy={withdraw.busy}
            onAct={() => void takeBack()}
          />
        </ActRow>
      </div>
    </Card>
  )
}
