/** The panel in which help is asked for or a complaint is made; both are kept until they are sent. */
import type { ReactNode } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import { type Field, Form } from '#ui/Form.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { WhomList } from '../contract/help.ts'

export function AskPanel(props: {
  readonly kind: 'help' | 'complaint'
  readonly about?: string
  readonly onClose: () => void
}): ReactNode {
  const say = useSay()
  const operation = props.kind === 'help' ? 'portal.ask-for-help' : 'portal.complain'
  const act = useTell<{ id: string }>(operation, { settles: ['portal.'], onDone: props.onClose })
  const whom = useAsk<WhomList>('portal.whom-to-ask', {}, { enabled: props.kind === 'help' })
  const fields: Field[] = [
    ...(props.kind === 'help'
      ? [
          {
            key: 'unit',
            label: say('portal.whom'),
            kind: 'choice' as const,
            required: true,
            options: (whom.data?.items ?? []).map((u) => ({ value: u.id, label: u.name })),
          },
        ]
      : []),
    {
      key: 'text',
      label: say(props.kind === 'help' ? 'portal.your-question' : 'portal.what-happened'),
      kind: 'prose',
      required: true,
      rows: 5,
      help: say(props.kind === 'help' ? 'portal.ask-help' : 'portal.complain-help'),
    },
  ]
  return (
    <Dialog title={say(`op.${operation}`)} onClose={props.onClose}>
      <Form
        name={operation}
        fields={fields}
        draft={props.kind === 'help'}
        problem={act.problem}
        sendLabel={say('portal.send')}
        onSend={async (values) => {
          await act.tell({ ...values, ...(props.about ? { about: props.about } : {}) })
        }}
      />
    </Dialog>
  )
}
