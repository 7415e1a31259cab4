/** What differs in a count, kind by kind, and what a person answers to it before it is closed. */
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Note } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { StateChip, type StateName } from '#ui/StateChip.tsx'
import { useSay } from '#ui/say.ts'
import type { z } from 'zod'
import { type Difference, differenceKinds, type StockDifferences } from '../../contract.ts'
import { shortWay } from '../../../things/rules.ts'
import { looks } from './Heards.tsx'

export interface Answered {
  readonly answer: 'report-missing' | 'explained'
  readonly words: string
}
export type Answers = Readonly<Record<string, Answered>>
interface Given {
  readonly of: z.output<typeof StockDifferences>
  readonly running: boolean
  readonly answers: Answers
  readonly onAnswers: (answers: Answers) => void
}

export function Differences({ of, running, answers, onAnswers }: Given) {
  const say = useSay()
  const [asking, setAsking] = useState<{
    rows: readonly Difference[]
    answer: Answered['answer']
    clear: () => void
  } | null>(null)
  const way = (p: Difference['expected']) =>
    p ? (
      <span className="mono" title={shortWay(p.path)}>
        {p.code}
      </span>
    ) : (
      '–'
    )
  return (
    <Card
      title={say('evidence.k-differs')}
      aside={say('evidence.k-n-differences', { n: of.items.length + of.hidden })}
    >
      {of.hidden > 0 ? (
        <Note tone="orchid" icon="eye-off" title={say('evidence.k-hidden', { n: of.hidden })} />
      ) : null}
      <DataTable
        name="stock-differences"
        rows={of.items}
        rowKey={(d) => d.key}
        filters={[
          {
            key: 'kind',
            label: say('evidence.k-kind'),
            options: differenceKinds.map((k) => ({ value: k, label: say(`evidence.k-kind-${k}`) })),
          },
        ]}
        filterOf={(d, key) => (key === 'kind' ? d.kind : '')}
        empty={{
          title: say(running ? 'evidence.k-no-difference-yet' : 'evidence.k-no-difference'),
          icon: 'circle-check',
        }}
        {...(running
          ? {
              bulk: (rows: readonly Difference[], clear: () => void) => (
                <>
                  <Button
                    icon="zoom-question"
                    off={rows.some((r) => r.kind !== 'missing')}
                    onClick={() => setAsking({ rows, answer: 'report-missing', clear })}
                  >
                    {say('evidence.k-will-report')}
                  </Button>
                  <Button
                    icon="answer"
                    off={rows.some((r) => r.thing === null)}
                    onClick={() => setAsking({ rows, answer: 'explained', clear })}
                  >
                    {say('evidence.k-explain')}
                  </Button>
                </>
              ),
            }
          : {})}
        columns={[
          {
            key: 'kind',
            label: say('evidence.k-kind'),
            cell: (d) => <Kind of={d} />,
            text: (d) => d.kind,
            primary: true,
          },
          {
            key: 'number',
            label: say('evidence.s-number'),
            mono: true,
            cell: (d) =>
              d.thing && d.number ? (
                <Linked to={`/evidence/items/${d.thing}`} mono>
                  {d.number}
                </Linked>
              ) : (
                (d.text ?? '–')
              ),
            text: (d) => d.number ?? d.text ?? '',
          },
          {
            key: 'what',
            label: say('evidence.t-what'),
            cell: (d) => d.description ?? '',
            text: (d) => d.description ?? '',
          },
          {
            key: 'expected',
            label: say('evidence.k-expected'),
            cell: (d) => way(d.expected),
            text: (d) => d.expected?.path ?? '',
          },
          {
            key: 'found',
            label: say('evidence.k-found'),
            cell: (d) =>
              d.seal && d.kind === 'seal-differs'
                ? say('evidence.k-seal-read', { seal: d.seal })
                : way(d.found),
            text: (d) => d.found?.path ?? '',
          },
          {
            key: 'twice',
            label: say('evidence.k-second'),
            cell: (d) => say(d.twice ? 'evidence.k-twice' : 'evidence.k-once'),
            text: (d) => String(d.twice),
          },
          {
            key: 'answer',
            label: say('evidence.k-answer'),
            cell: (d) => <AnswerOf of={d} given={d.thing ? answers[d.thing] : undefined} />,
            text: (d) => d.answer,
          },
        ]}
      />
      {asking ? (
        <Dialog
          title={say(asking.answer === 'explained' ? 'evidence.k-explain' : 'evidence.k-will-report')}
          onClose={() => setAsking(null)}
        >
          <p className="notes">{say(`evidence.k-${asking.answer}-help`, { n: asking.rows.length })}</p>
          <Form
            name="evidence.stock-answer"
            draft={false}
            sendLabel={say('evidence.k-note-answer')}
            fields={[{ key: 'words', label: say('evidence.d-words'), kind: 'text', required: true }]}
            onSend={(v) => {
              const said = Object.fromEntries(
                asking.rows.flatMap((r) =>
                  r.thing ? [[r.thing, { answer: asking.answer, words: String(v.words) }]] : [],
                ),
              )
              onAnswers({ ...answers, ...said })
              asking.clear()
              setAsking(null)
            }}
          />
        </Dialog>
      ) : null}
    </Card>
  )
}

function Kind({ of: d }: { of: Difference }) {
  const say = useSay()
  const [tone, icon] =
    d.kind === 'missing'
      ? (['achiote', 'zoom-question'] as const)
      : d.kind === 'not-counted'
        ? (['slate', 'clock'] as const)
        : looks[d.kind]
  return (
    <StateChip tone={tone} icon={icon}>
      {say(`evidence.k-kind-${d.kind}`)}
    </StateChip>
  )
}

/** What will be said at the close, or was said; an open loss shows where the thing is by now. */
function AnswerOf({ of: d, given }: { of: Difference; given: Answered | undefined }) {
  const say = useSay()
  if (given) return <>{say(`evidence.k-says-${given.answer}`, { words: given.words })}</>
  if (d.answer === 'explained') return <>{say('evidence.k-says-explained', { words: d.words ?? '' })}</>
  if (d.answer === 'reported-missing')
    return (
      <StateChip state={(d.state === 'missing' ? 'missing' : 'verified') satisfies StateName}>
        {say(d.state === 'missing' ? 'evidence.k-reported' : 'evidence.k-found-since')}
      </StateChip>
    )
  if (d.kind === 'not-ours' && d.found)
    return (
      <Linked to={`/evidence/places/${d.found.id}/register?label=${encodeURIComponent(d.text ?? '')}`}>
        {say('op.evidence.register-found-item')}
      </Linked>
    )
  return (
    <span className="dim">
      {d.now && d.now !== d.expected?.path
        ? say('evidence.k-now-at', { place: shortWay(d.now) })
        : say('evidence.k-open')}
    </span>
  )
}
