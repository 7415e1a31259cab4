/** Asking that a partner be told; the secret of the signature is shown once, at the end. */
import { type ReactNode, useState } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { tellable } from '../contract/partners.ts'
import { SecretOnce } from './SecretOnce.tsx'
import { useDataAgreements } from './agreements.ts'

interface Named {
  readonly id: string
  readonly name: string
  readonly agency?: string | null
}
export function Subscribing({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useSay()
  const act = useTell<{ id: string; secret: string }>('exchange.subscribe')
  const [secret, setSecret] = useState<string | null>(null)
  const usable = useDataAgreements()
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const agency = usable.find((a) => a.id === values.agreement)?.agency
    const done = await act.tell({ ...values, agency })
    if (done) setSecret(done.secret)
  }
  if (secret !== null) return <SecretOnce secret={secret} onClose={onClose} />
  return (
    <Dialog wide title={say('op.exchange.subscribe')} onClose={onClose}>
      <Form
        name="exchange.subscribe"
        columns={2}
        fields={[
          {
            key: 'agreement',
            label: say('exchange.partner-agreement'),
            kind: 'choice',
            required: true,
            options: usable.map((a) => ({ value: a.id, label: `${a.agencyName}: ${a.title}` })),
          },
          {
            key: 'receiver',
            label: say('exchange.partner-receiver'),
            help: say('exchange.partner-receiver-help'),
            kind: 'ref',
            required: true,
            ask: {
              name: 'identity.list-people',
              value: (p: Named) => p.id,
              label: (p: Named) => p.name,
            },
          },
          {
            key: 'address',
            label: say('exchange.partner-address'),
            help: say('exchange.partner-address-help'),
            kind: 'text',
            required: true,
            placeholder: 'https://',
            span: 2,
          },
          {
            key: 'events',
            label: say('exchange.partner-events'),
            kind: 'choices',
            required: true,
            span: 2,
            options: tellable.map((value) => ({ value, label: say(`op.${value}`) })),
          },
          { key: 'purpose', label: say('exchange.partner-purpose'), kind: 'text', required: true },
          { key: 'legalBasis', label: say('exchange.partner-legal-basis'), kind: 'text', required: true },
        ]}
        sendLabel={say('op.exchange.subscribe')}
        problem={act.problem}
        onSend={send}
      />
    </Dialog>
  )
}
