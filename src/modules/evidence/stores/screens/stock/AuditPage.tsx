/** Things of a count, each asked the laboratory's questions, on a telephone before the shelf; a no says why. */
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Mono } from '#ui/Mono.tsx'
import { ProblemNote } from '#ui/Note.tsx'
import { Segments } from '#ui/Choices.tsx'
import { FieldFrame } from '#ui/FieldFrame.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { StockAuditSeen, StockTakeSeen } from '../../contract.ts'
import { shortWay } from '../../../things/rules.ts'
import './stock.css'

type Thing = StockAuditSeen['items'][number]
type Given = Readonly<Record<string, { answer?: string; words?: string }>>

export default function AuditPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const take = useAsk<StockTakeSeen>('evidence.get-stock-take', { stockTake: id })
  const audit = useAsk<StockAuditSeen>('evidence.stock-audit', { stockTake: id }, { keep: true })
  return <Asked of={take}>{(t) => <Asked of={audit}>{(a) => <Whole take={t} audit={a} />}</Asked>}</Asked>
}

function Whole({ take, audit }: { take: StockTakeSeen; audit: StockAuditSeen }) {
  const say = useSay()
  const [open, setOpen] = useState<string | null>(null)
  const done = audit.items.filter((i) => Object.keys(i.answers).length >= audit.questions.length).length
  return (
    <Page narrow>
      <RecordHead
        crumbs={[
          { label: say('op.evidence.stock-takes'), to: '/evidence/stock-takes' },
          { label: take.number, to: `/evidence/stock-takes/${take.id}`, mono: true },
          { label: say('evidence.au-title') },
        ]}
        title={say('evidence.au-title')}
        facts={[
          take.placeName,
          say('evidence.au-asked', { n: done, of: audit.items.length }),
          audit.score === null ? null : say('evidence.au-score', { score: audit.score }),
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      {audit.questions.length === 0 ? (
        <EmptyState icon="list" title={say('evidence.au-none')}>
          {say('evidence.au-no-questions')}
        </EmptyState>
      ) : audit.items.length === 0 ? (
        <EmptyState icon="scan" title={say('evidence.au-none')}>
          {say('evidence.au-none-help')}
        </EmptyState>
      ) : (
        audit.items.map((thing) => (
          <ThingCard
            key={thing.thing}
            take={take.id}
            thing={thing}
            audit={audit}
            open={open === thing.thing}
            onOpen={() => setOpen(open === thing.thing ? null : thing.thing)}
          />
        ))
      )}
      {audit.hidden > 0 ? <p className="dim">{say('evidence.k-hidden', { n: audit.hidden })}</p> : null}
    </Page>
  )
}

interface ThingProps {
  readonly take: string
  readonly thing: Thing
  readonly audit: StockAuditSeen
  readonly open: boolean
  readonly onOpen: () => void
}
function ThingCard({ take, thing, audit, open, onOpen }: ThingProps) {
  const say = useSay()
  const given = Object.values(thing.answers)
  const nos = given.filter((a) => a.answer === 'no').length
  return (
    <Card
      title={<Mono>{thing.number}</Mono>}
      aside={
        given.length === 0 ? (
          <StateChip tone="slate" icon="clock">
            {say(thing.seen ? 'evidence.k-seen' : 'evidence.k-not-seen')}
          </StateChip>
        ) : (
          <StateChip tone={nos > 0 ? 'achiote' : 'reef'} icon={nos > 0 ? 'warning' : 'check'}>
            {`${given.length - nos} / ${given.length}`}
          </StateChip>
        )
      }
    >
      <p>{thing.description}</p>
      {thing.place ? <p className="dim">{shortWay(thing.place)}</p> : null}
      {audit.questions
        .filter((q) => thing.answers[q.code]?.answer === 'no')
        .map((q) => (
          <p key={q.code} className="notes">
            {q.name} {say('evidence.au-no')}: {thing.answers[q.code]?.words}
          </p>
        ))}
      {audit.open && open ? <Questions take={take} thing={thing} audit={audit} onDone={onOpen} /> : null}
      {audit.open && !open ? (
        <Button icon="list" onClick={onOpen}>
          {say('evidence.au-ask')}
        </Button>
      ) : null}
    </Card>
  )
}

function Questions(props: { take: string; thing: Thing; audit: StockAuditSeen; onDone: () => void }) {
  const say = useSay()
  const { thing, audit } = props
  const act = useTell('evidence.answer-audit', { settles: ['evidence.'] })
  const [given, setGiven] = useState<Given>(() =>
    Object.fromEntries(
      Object.entries(thing.answers).map(([q, a]) => [
        q,
        { answer: a.answer, ...(a.words ? { words: a.words } : {}) },
      ]),
    ),
  )
  const whole = audit.questions
    .flatMap((q) => {
      const a = given[q.code]
      return a?.answer ? [{ question: q.code, answer: a.answer, words: a.words || null }] : []
    })
    .filter((a) => a.answer !== 'no' || a.words)
  const send = async (): Promise<void> => {
    if (whole.length === 0) return
    const done = await act.tell({ stockTake: props.take, thing: thing.thing, answers: whole })
    if (done) props.onDone()
  }
  return (
    <div className="fields audit-questions">
      {audit.questions.map((q) => (
        <div key={q.code} className="fields">
          <Segments
            frame={{ label: q.name, id: `au-${thing.thing}-${q.code}` }}
            options={(['yes', 'no', 'not-applicable'] as const).map((value) => ({
              value,
              label: say(`evidence.au-${value}`),
            }))}
            value={given[q.code]?.answer ?? ''}
            onChange={(answer) => setGiven({ ...given, [q.code]: { ...given[q.code], answer } })}
          />
          {given[q.code]?.answer === 'no' ? (
            <FieldFrame label={say('evidence.au-why')} required>
              {(f) => (
                <input
                  {...f}
                  className="input"
                  value={given[q.code]?.words ?? ''}
                  onChange={(e) => setGiven({ ...given, [q.code]: { answer: 'no', words: e.target.value } })}
                />
              )}
            </FieldFrame>
          ) : null}
        </div>
      ))}
      <ProblemNote of={act.problem} />
      <Button primary icon="check" off={whole.length === 0} onClick={() => void send()}>
        {say('evidence.au-keep')}
      </Button>
    </div>
  )
}
