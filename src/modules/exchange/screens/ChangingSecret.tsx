/** A partner's secret is changed: for so many days both sign, and the new one is shown once. */
import { type ReactNode, useState } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { SubscriptionSeen } from '../contract/partners.ts'
import { SecretOnce } from './SecretOnce.tsx'

export function ChangingSecret(props: {
  readonly of: SubscriptionSeen
  readonly onClose: () => void
}): ReactNode {
  const say = useSay()
  const act = useTell<{ secret: string }>('exchange.change-secret')
  const [secret, setSecret] = useState<string | null>(null)
  if (secret !== null) return <SecretOnce secret={secret} onClose={props.onClose} />
  return (
    <Dialog title={say('op.exchange.change-secret')} onClose={props.onClose}>
      <Form
        name="exchange.change-secret"
        draft={false}
        initial={{ days: 7 }}
        fields={[
          {
            key: 'days',
            label: say('exchange.secret-days'),
            help: say('exchange.secret-days-help'),
            kind: 'number',
            required: true,
          },
          { key: 'words', label: say('exchange.secret-why'), kind: 'text' },
        ]}
        sendLabel={say('op.exchange.change-secret')}
        problem={act.problem}
        onSend={async (values) => {
          const done = await act.tell({ subscription: props.of.id, ...values })
          if (done) setSecret(done.secret)
        }}
      />
    </Dialog>
  )
}
