/** Words that people miss in the lists: each beside what sounds like it already, to be taken, named or declined. */
import { useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { AskedList, EmptyState, More } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Card, Stacked } from '#ui/Page.tsx'
import { useList, useTell } from '#ui/client.ts'
import type { Field } from '#ui/fields.ts'
import { type Say, useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { SuggestionSeen } from '../contract.ts'

export function Suggestions() {
  const say = useSay()
  const found = useList<SuggestionSeen>('catalogue.find-suggestions', { limit: 50 })
  const [answering, setAnswering] = useState<SuggestionSeen | null>(null)
  return (
    <AskedList of={found}>
      {found.rows.length === 0 ? (
        <EmptyState icon="circle-check" title={say('catalogue.s-none-suggested')} />
      ) : (
        <Stacked>
          {found.rows.map((s) => (
            <Card key={s.id} title={`${s.name} · ${s.listName}`}>
              <p className="dim">{say('catalogue.s-suggested-by', { by: s.by, at: showInstant(s.at) })}</p>
              {s.why ? <p>{s.why}</p> : null}
              {s.near.length > 0 ? (
                <p>{say('catalogue.s-near', { names: s.near.map((n) => n.name).join(' · ') })}</p>
              ) : null}
              <div className="acts">
                <Act operation="catalogue.answer-suggestion" onAct={() => setAnswering(s)} />
                {s.alone ? null : (
                  <Linked to={`/catalogue/studio/list.${s.list}/~`}>
                    {say('catalogue.s-write-as-code')}
                  </Linked>
                )}
              </div>
            </Card>
          ))}
          <More of={found} />
          {answering ? <Answer of={answering} onClose={() => setAnswering(null)} /> : null}
        </Stacked>
      )}
    </AskedList>
  )
}

const keyOf = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toLowerCase()
    .replaceAll(' ', '-')

function fieldsOf(s: SuggestionSeen, say: Say): Field[] {
  const is = (outcome: string) => (v: Record<string, unknown>) => v.outcome === outcome
  return [
    {
      key: 'outcome',
      label: say('catalogue.s-outcome'),
      kind: 'choice',
      required: true,
      options: ['taken', 'same', 'declined'].map((value) => ({
        value,
        label: say(`catalogue.s-outcome-${value}`),
      })),
    },
    {
      key: 'code',
      label: say('catalogue.s-code-of'),
      kind: 'text',
      required: true,
      show: (v) => v.outcome !== 'declined',
    },
    { key: 'en', label: say('catalogue.name-en'), kind: 'text', required: true, show: is('taken') },
    { key: 'es', label: say('catalogue.name-es'), kind: 'text', required: true, show: is('taken') },
    { key: 'words', label: say('catalogue.c-words'), kind: 'prose', required: true, show: is('declined') },
  ]
}

function Answer({ of, onClose }: { of: SuggestionSeen; onClose: () => void }) {
  const say = useSay()
  const answer = useTell('catalogue.answer-suggestion', { settles: ['catalogue.'], onDone: onClose })
  const first = of.near[0]
  return (
    <Dialog title={of.name} onClose={onClose}>
      <Form
        name={`catalogue.answer-suggestion.${of.id}`}
        draft={false}
        problem={answer.problem}
        initial={
          first
            ? { outcome: 'same', code: first.code }
            : { outcome: 'taken', code: keyOf(of.name), en: of.name, es: of.name }
        }
        sendLabel={say('op.catalogue.answer-suggestion')}
        fields={fieldsOf(of, say)}
        onSend={async (values) => {
          await answer.tell({ suggestion: of.id, ...values })
        }}
      />
    </Dialog>
  )
}
