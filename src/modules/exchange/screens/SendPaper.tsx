/** Sending a signed certificate, or a clearance for cremation, to a partner in its form. */
import type { ReactNode } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { type RecipientSeen, deathPapers } from '../contract/forms.ts'

export function SendPaper(props: {
  readonly onClose: () => void
  readonly onSent: (id: string) => void
}): ReactNode {
  const say = useSay()
  const act = useTell<{ id: string }>('exchange.send-paper')
  const list = useAsk<{ items: RecipientSeen[] }>('exchange.recipients', {})
  return (
    <Dialog title={say('op.exchange.send-paper')} onClose={props.onClose}>
      <Form
        name="exchange.send-paper"
        draft={false}
        fields={[
          {
            key: 'death',
            label: say('exchange.message-death'),
            kind: 'ref',
            required: true,
            ask: {
              name: 'death.calls',
              value: (d: { id: string }) => d.id,
              label: (d: { number: string | null; call: string; name: string | null }) =>
                [d.number ?? d.call, d.name].filter(Boolean).join(' · '),
            },
          },
          {
            key: 'paper',
            label: say('exchange.paper'),
            kind: 'choice',
            required: true,
            options: deathPapers.map((value) => ({ value, label: say(`exchange.kind-${value}`) })),
          },
          {
            key: 'to',
            label: say('exchange.recipient'),
            kind: 'choice',
            required: true,
            ...(list.data?.items.length === 0 ? { help: say('exchange.recipients-empty') } : {}),
            options: (list.data?.items ?? []).map((r) => ({
              value: r.agency,
              label: `${r.name} (${say(`exchange.form-${r.form}`)})`,
            })),
          },
        ]}
        sendLabel={say('op.exchange.send-paper')}
        problem={act.problem}
        onSend={async (values) => {
          const sent = await act.tell(values)
          if (sent) props.onSent(sent.id)
        }}
      />
    </Dialog>
  )
}
