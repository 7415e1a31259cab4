/** The time to come of a thing: what is meant to become of it, how much is left, who was told before it is used up and what they said. */
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Facts } from '#ui/Page.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { fileUrl, useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import { type ItemPlans, type ItemSeen, type NoticeSeen, noticeAnswers } from '../../things/contract.ts'
import { choice, line } from '../../things/screens/asks.ts'

const looks = {
  waits: ['maize', 'clock'],
  silent: ['slate', 'check'],
  consents: ['reef', 'check'],
  'court-allows': ['reef', 'check'],
  objects: ['achiote', 'ban'],
  'asks-part': ['maize', 'warning'],
} as const

export function PlansCard({ item }: { item: ItemSeen }) {
  const say = useSay()
  const plans = useAsk<ItemPlans>('evidence.item-plans', { item: item.id }).data
  const [answering, setAnswering] = useState<string | null>(null)
  if (!plans) return null
  const { intended, ownNumber, left, notices, stops, earlier } = plans
  if (!intended && !ownNumber && notices.length === 0 && !(stops && left)) return null
  const mayAnswer = plans.actions.some((a) => a.operation === 'evidence.answer-consumption-notice' && a.ok)
  return (
    <Card title={say('evidence.pl-title')}>
      <Facts
        rows={[
          ...(intended
            ? [
                [
                  say('evidence.pl-intended'),
                  [intended.name, intended.words, intended.by].filter(Boolean).join(' · '),
                ] as const,
              ]
            : []),
          ...earlier.map(
            (e) =>
              [say('evidence.pl-before'), `${e.name} · ${e.by}, ${showDate(e.at.slice(0, 10))}`] as const,
          ),
          ...(ownNumber
            ? [[say('evidence.pl-own-number'), `${ownNumber.why} · ${ownNumber.by}`] as const]
            : []),
          ...(left ? [[say('evidence.pl-left'), `${left.value} ${left.unit}`] as const] : []),
        ]}
      />
      {stops ? (
        <Note tone="maize" icon="warning" title={say('evidence.pl-stops')}>
          {stops}
        </Note>
      ) : null}
      <div className="fields">
        {notices.map((n) => (
          <Told key={n.id} n={n} {...(mayAnswer ? { onAnswer: () => setAnswering(n.id) } : {})} />
        ))}
      </div>
      {answering ? <AnswerDialog notice={answering} onClose={() => setAnswering(null)} /> : null}
    </Card>
  )
}

function Told({ n, onAnswer }: { n: NoticeSeen; onAnswer?: () => void }) {
  const say = useSay()
  const [tone, icon] = looks[n.state]
  return (
    <div>
      <StateChip tone={tone} icon={icon}>
        {say(`evidence.pl-${n.state}`)}
      </StateChip>{' '}
      {n.party}: {n.name}
      <p className="notes">
        {[n.why, n.way, say('evidence.pl-until', { on: showDate(n.waitUntil) }), n.shortBecause, n.by]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {n.answers.map((a) => (
        <p key={`${a.on}${a.words}`} className="notes">
          {say(`evidence.pl-${a.answer}`)}, {showDate(a.on)}:{' '}
          {[a.words, a.document, a.by].filter(Boolean).join(' · ')}
        </p>
      ))}
      <span className="acts">
        <a href={fileUrl('evidence.consumption-letter', { notice: n.id })} download>
          {say('op.evidence.consumption-letter')}
        </a>
        {onAnswer ? (
          <Button plain icon="answer" onClick={onAnswer}>
            {say('op.evidence.answer-consumption-notice')}
          </Button>
        ) : null}
      </span>
    </div>
  )
}

function AnswerDialog({ notice, onClose }: { notice: string; onClose: () => void }) {
  const say = useSay()
  const act = useTell('evidence.answer-consumption-notice', { settles: ['evidence.'] })
  return (
    <Dialog title={say('op.evidence.answer-consumption-notice')} onClose={onClose}>
      <Form
        name={`evidence.answer-consumption-notice.${notice}`}
        draft={false}
        problem={act.problem}
        fields={[
          choice(say, 'answer', 'evidence.pl-answer', noticeAnswers, (a) => say(`evidence.pl-${a}`)),
          line(say, 'words', 'evidence.d-words', true),
          {
            ...line(say, 'document', 'evidence.pl-document'),
            help: say('evidence.pl-document-help'),
          },
          { key: 'on', label: say('evidence.pl-on'), kind: 'date', required: true },
        ]}
        sendLabel={say('op.evidence.answer-consumption-notice')}
        onSend={async (values) => {
          if (await act.tell({ notice, ...values })) onClose()
        }}
      />
    </Dialog>
  )
}
