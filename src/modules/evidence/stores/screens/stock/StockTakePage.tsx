/** One count: how far it is, what differs and what is answered to it, place by place; closed, the reconciliation as it was signed. */
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Columns, Facts, Page, Stacked } from '#ui/Page.tsx'
import { Progress } from '#ui/Progress.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { fileUrl, useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { z } from 'zod'
import type { StockDifferences, StockPlace, StockSums, StockTakeSeen } from '../../contract.ts'
import { shortWay } from '../../../things/rules.ts'
import { useDraft } from '../../../things/screens/draft.ts'
import { AuditCard } from './AuditCard.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { type Answers, Differences } from './Differences.tsx'
import { StateOf, howOf } from './StockTakesPage.tsx'
import './stock.css'

/** What will be answered at the close is kept on this device until then. */
const none: Answers = {}

export default function StockTakePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const take = useAsk<StockTakeSeen>(
    'evidence.get-stock-take',
    { stockTake: id },
    { every: 10_000, keep: true },
  )
  return <Asked of={take}>{(t) => <Whole take={t} />}</Asked>
}

function Whole({ take }: { take: StockTakeSeen }) {
  const say = useSay()
  const answers = useDraft<Answers>(`stock-take.${take.id}`, none)
  const [closing, setClosing] = useState(false)
  const running = take.closedAt === null
  const blind = take.blind && running && take.places.some((p) => p.first.length === 0)
  const found = useAsk<z.output<typeof StockDifferences>>(
    'evidence.stock-differences',
    { stockTake: take.id },
    { enabled: !blind, keep: true, ...(running ? { every: 10_000 } : {}) },
  )
  const sums = take.sums ?? found.data?.sums ?? null
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('op.evidence.stock-takes'), to: '/evidence/stock-takes' }]}
        number={take.number}
        title={take.placeName}
        chips={<Chips take={take} />}
        facts={[say('evidence.k-by', { name: take.by, at: showInstant(take.at) }), take.words]
          .filter(Boolean)
          .join(' · ')}
        acts={
          running ? (
            <>
              <Act
                operation="evidence.scan-stock"
                actions={take.actions}
                icon="scan"
                primary={running}
                to={`/evidence/stock-takes/${take.id}/count/1`}
              >
                {say('evidence.k-count')}
              </Act>
              <Act
                operation="evidence.scan-stock"
                actions={take.actions}
                icon="eye-check"
                to={`/evidence/stock-takes/${take.id}/count/2`}
              >
                {say('evidence.k-second')}
              </Act>
              <Act
                operation="evidence.answer-audit"
                actions={take.actions}
                icon="list"
                to={`/evidence/stock-takes/${take.id}/audit`}
              >
                {say('evidence.au-ask')}
              </Act>
              <Act
                operation="evidence.close-stock-take"
                actions={take.actions}
                icon="sign"
                onAct={() => setClosing(true)}
              />
            </>
          ) : null
        }
      />
      <Columns kind="picture">
        <Stacked>
          {blind ? (
            <Note tone="slate" icon="eye-off" title={say('evidence.count-is-blind', { number: take.number })}>
              {say('evidence.k-blind-until')}
            </Note>
          ) : (
            <Asked of={found}>
              {(d) => (
                <Differences of={d} running={running} answers={answers.what} onAnswers={answers.change} />
              )}
            </Asked>
          )}
          <Places take={take} />
        </Stacked>
        <Stacked>
          <Card title={say('evidence.k-sum')}>
            {sums ? (
              <Sums of={sums} take={take} />
            ) : (
              <p className="dim">{say('evidence.k-read', { n: take.seen })}</p>
            )}
          </Card>
          <AuditCard take={take} />
          {take.closedAt ? <Signed take={take} /> : null}
        </Stacked>
      </Columns>
      {closing && found.data ? (
        <CloseDialog
          take={take}
          found={found.data}
          answers={answers.what}
          onClose={() => setClosing(false)}
        />
      ) : null}
    </Page>
  )
}

function Chips({ take }: { take: StockTakeSeen }) {
  const say = useSay()
  return (
    <>
      <StateOf take={take} />
      <StateChip tone="slate" icon={take.mode === 'whole' ? 'stack' : 'target'}>
        {howOf(take, say)}
      </StateChip>
      {take.unfinished ? (
        <StateChip tone="maize" icon="warning">
          {say('evidence.k-unfinished')}
        </StateChip>
      ) : null}
    </>
  )
}

function Sums({ of: s, take }: { of: StockSums; take: StockTakeSeen }) {
  const say = useSay()
  const rows: readonly (readonly [string, number])[] = [
    ['right', s.right],
    ['moved', s.moved],
    ['missing', s.missing],
    ['misplaced', s.misplaced],
    ['seal-differs', s.sealDiffers],
    ['duplicate', s.duplicate],
    ['extra', s.extra],
    ['not-ours', s.notOurs],
    ['not-counted', s.notCounted],
  ]
  const done = take.places.filter((p) => p.first.length > 0).length
  return (
    <div className="fields">
      <Progress
        done={done}
        of={take.places.length}
        label={say('evidence.k-places', { n: done, of: take.places.length })}
      />
      <Progress
        done={s.right + s.moved}
        of={s.toCount}
        label={say('evidence.k-agree', { n: s.right + s.moved, of: s.toCount })}
      />
      <Facts
        rows={rows
          .filter(([kind, n]) => n > 0 || kind === 'right' || kind === 'missing')
          .map(([kind, n]) => [say(`evidence.k-sum-${kind}`), n] as const)}
      />
    </div>
  )
}

/** What was signed, and with what a sample was drawn: who distrusts it draws it again. */
function Signed({ take }: { take: StockTakeSeen }) {
  const say = useSay()
  return (
    <Card title={say('evidence.k-signed')} tone={take.unfinished ? 'maize' : 'reef'}>
      <Facts
        rows={[
          [say('evidence.k-closed-by'), take.closedBy],
          [say('evidence.k-closed-at'), showInstant(take.closedAt ?? '')],
          ...(take.closedWords ? [[say('evidence.d-words'), take.closedWords] as const] : []),
          ...(take.unfinished ? [[say('evidence.k-why-unfinished'), take.unfinished] as const] : []),
        ]}
      />
      {take.paper ? (
        <p>
          <a className="text-act" href={fileUrl('evidence.stock-paper', { stockTake: take.id })}>
            {say('evidence.sr-open')}
          </a>
        </p>
      ) : null}
      {take.drawn ? (
        <details>
          <summary>{say('evidence.k-drawn')}</summary>
          <p className="notes">{say('evidence.k-drawn-how', { share: take.share })}</p>
          <Facts
            rows={[
              [
                say('evidence.k-head'),
                <span key="h" className="mono count-draw">
                  {take.drawn.head}
                </span>,
              ],
              [
                say('evidence.k-chance'),
                <span key="c" className="mono count-draw">
                  {take.drawn.chance}
                </span>,
              ],
              [
                say('evidence.k-seed'),
                <span key="s" className="mono count-draw">
                  {take.drawn.seed}
                </span>,
              ],
            ]}
          />
        </details>
      ) : null}
    </Card>
  )
}

function Places({ take }: { take: StockTakeSeen }) {
  const say = useSay()
  const counted = (p: StockPlace): string => (p.first.length === 0 ? '0' : p.second.length === 0 ? '1' : '2')
  return (
    <Card title={say('evidence.k-by-place')}>
      <DataTable
        name="stock-places"
        rows={take.places}
        rowKey={(p) => p.id}
        rowTo={(p) => `/evidence/places/${p.id}`}
        dense
        columns={[
          {
            key: 'code',
            label: say('evidence.st-code'),
            cell: (p) => p.code,
            text: (p) => p.code,
            mono: true,
            primary: true,
          },
          {
            key: 'place',
            label: say('evidence.c-place'),
            cell: (p) => shortWay(p.path),
            text: (p) => p.path,
          },
          {
            key: 'state',
            label: say('evidence.k-state'),
            cell: (p) => (
              <StateChip
                tone={p.first.length > 0 ? 'reef' : 'slate'}
                icon={p.first.length > 0 ? 'check' : 'clock'}
              >
                {say(`evidence.k-times-${counted(p)}`)}
              </StateChip>
            ),
            text: counted,
          },
          {
            key: 'seen',
            label: say('evidence.k-counted'),
            cell: (p) => (p.toCount === null ? p.seen : say('evidence.k-of', { n: p.seen, of: p.toCount })),
            text: (p) => String(p.seen),
            number: true,
          },
          {
            key: 'first',
            label: say('evidence.k-first'),
            cell: (p) => p.first.join(', '),
            text: (p) => p.first.join(', '),
          },
          {
            key: 'second',
            label: say('evidence.k-second'),
            cell: (p) => p.second.join(', '),
            text: (p) => p.second.join(', '),
          },
        ]}
      />
    </Card>
  )
}
