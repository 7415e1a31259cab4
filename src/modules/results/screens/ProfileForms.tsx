/** The forms of what may be done with a profile: check, enter, search, propose its removal, remove; and the word on a candidate. */
import type { ReactNode } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import { Form, type Field } from '#ui/Form.tsx'
import { useTell } from '#ui/client.ts'
import { type Say, useSay } from '#ui/say.ts'
import type { Seen } from './ProfilePage.tsx'

export type ProfileAct =
  | 'results.check-profile'
  | 'results.enter-index'
  | 'results.search-index'
  | 'results.propose-removal'
  | 'results.remove-from-index'

const named = (of: readonly { code: string; name: string }[]) =>
  of.map((c) => ({ value: c.code, label: c.name }))

function fieldsOf(act: ProfileAct, p: Seen, say: Say): Field[] {
  const one = (key: string, kind: Field['kind'], more: Partial<Field> = {}, required = true): Field => ({
    key,
    label: say(`results.field-${key}`),
    kind,
    required,
    ...more,
  })
  const choices = (of: readonly string[], prefix: string) =>
    of.map((value) => ({ value, label: say(`${prefix}${value}`) }))
  const paper = one(
    'document',
    'choice',
    { help: say('results.help-paper'), options: p.papers.map((d) => ({ value: d.id, label: d.name })) },
    false,
  )
  switch (act) {
    case 'results.check-profile':
      return [
        one('outcome', 'choice', { options: choices(['agrees', 'differs'], 'results.second-') }),
        one('words', 'prose', { help: say('results.help-differs') }, false),
      ]
    case 'results.enter-index':
      return [
        one('index', 'choice', { options: named(p.mayEnter) }),
        one('ground', 'choice', { options: choices(['consent', 'order', 'statute'], 'results.ground-') }),
        paper,
        one('from', 'date', { help: say('results.help-from') }),
      ]
    case 'results.search-index':
      return [
        one('purpose', 'choice', { options: named(p.purposes) }),
        one('words', 'text', { help: say('results.help-search-words') }),
        one('against', 'choices', { help: say('results.help-against'), options: named(p.against) }, false),
        one('stringency', 'choice', {
          options: choices(['high', 'moderate', 'low'], 'results.stringency-'),
        }),
      ]
    case 'results.propose-removal':
      return [
        one('why', 'choice', {
          options: choices(
            ['expired', 'acquitted', 'not-charged', 'consent-withdrawn', 'order', 'mistake'],
            'results.why-',
          ),
        }),
        paper,
        one('words', 'prose'),
      ]
    case 'results.remove-from-index':
      return [{ key: 'note', label: say('results.help-remove'), kind: 'note' }]
  }
}

export function ProfileForm(props: { p: Seen; act: ProfileAct; onClose: () => void }): ReactNode {
  const { p, act } = props
  const say = useSay()
  const telling = useTell(act, { onDone: props.onClose })
  return (
    <Dialog title={say(`op.${act}`)} onClose={props.onClose}>
      <Form
        name={`${act}/${p.id}`}
        draft={false}
        problem={telling.problem}
        fields={fieldsOf(act, p, say)}
        initial={act === 'results.search-index' ? { stringency: 'high' } : {}}
        danger={act === 'results.remove-from-index'}
        sendLabel={say(`op.${act}`)}
        onSend={async (v) => {
          const against = Array.isArray(v['against']) && v['against'].length === 0 ? undefined : v['against']
          await telling.tell({ profile: p.id, ...v, ...(act === 'results.search-index' ? { against } : {}) })
        }}
      />
    </Dialog>
  )
}

export function Judge(props: { candidate: string; onClose: () => void }): ReactNode {
  const say = useSay()
  const telling = useTell('results.confirm-candidate', { onDone: props.onClose })
  return (
    <Dialog title={say('op.results.confirm-candidate')} onClose={props.onClose}>
      <Form
        name="results.confirm-candidate"
        draft={false}
        problem={telling.problem}
        fields={[
          {
            key: 'outcome',
            label: say('results.field-outcome'),
            kind: 'choice',
            required: true,
            options: ['confirmed', 'eliminated'].map((value) => ({
              value,
              label: say(`results.lead-${value}`),
            })),
          },
          { key: 'words', label: say('results.field-words'), kind: 'prose', required: true },
        ]}
        sendLabel={say('op.results.confirm-candidate')}
        onSend={async (v) => void (await telling.tell({ candidate: props.candidate, ...v }))}
      />
    </Dialog>
  )
}
