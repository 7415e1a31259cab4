/** What an agency is held to, and the agreement that is offered to it in words. */
import { type ReactNode, useState } from 'react'
import { TextAct } from '#ui/Act.tsx'
import { Button } from '#ui/Button.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { ProblemNote } from '#ui/Note.tsx'
import { Form } from '#ui/Form.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { agencyRules } from '../contract/customers.ts'
import { agreementKinds } from '../contract/duties.ts'
import { agencyField } from './asks.ts'
import './account.css'

interface Held {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly rules: readonly string[]
}
/** In the table: what holds, and one act that opens the rest. */
export function HeldTo({ of }: { of: Held }): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState(false)
  if (of.kind === 'service') return ''
  return (
    <>
      {of.rules.map((rule) => (
        <div key={rule}>{say(`identity.rule-${rule}`)}</div>
      ))}
      <TextAct operation="identity.hold-agency" onAct={() => setOpen(true)}>
        {say('identity.change-rules')}
      </TextAct>
      {open ? <Rules of={of} onDone={() => setOpen(false)} /> : null}
    </>
  )
}

function Rules(props: { of: Held; onDone: () => void }): ReactNode {
  const say = useSay()
  const hold = useTell('identity.hold-agency', { settles: ['identity.list-agencies'] })
  const { of } = props
  const change = async (rule: string): Promise<void> => {
    const sure = await confirm({
      title: say(of.rules.includes(rule) ? 'identity.let-off' : 'op.identity.hold-agency'),
      will: `${of.name}: ${say(`identity.rule-${rule}`)}`,
      reason: 'required',
    })
    if (sure)
      await hold.tell({ agency: of.id, rule, holds: !of.rules.includes(rule) }, { reason: sure.reason })
  }
  return (
    <Dialog title={of.name} onClose={props.onDone}>
      <ProblemNote of={hold.problem} />
      {agencyRules.map((rule) => (
        <div className="device-act" key={rule}>
          <strong>{say(`identity.rule-${rule}`)}</strong>
          <span className="dim">{say(`identity.rule-${rule}-note`)}</span>
          <Button
            busy={hold.busy}
            icon={of.rules.includes(rule) ? 'check' : 'add'}
            onClick={() => void change(rule)}
          >
            {say(of.rules.includes(rule) ? 'identity.let-off' : 'identity.hold-to-it')}
          </Button>
        </div>
      ))}
    </Dialog>
  )
}

export function OfferAgreement(props: { onDone: () => void }): ReactNode {
  const say = useSay()
  const offer = useTell('identity.offer-agreement', { onDone: props.onDone })
  return (
    <Dialog wide title={say('op.identity.offer-agreement')} onClose={props.onDone}>
      <Form
        name="identity.offer-agreement"
        columns={2}
        fields={[
          agencyField(say),
          { key: 'signatory', label: say('identity.field-signatory'), kind: 'person', required: true },
          {
            key: 'kind',
            label: say('identity.field-kind'),
            kind: 'choice',
            required: true,
            options: agreementKinds.map((k) => ({ value: k, label: say(`identity.agreement-kind-${k}`) })),
          },
          { key: 'title', label: say('identity.column-title'), kind: 'text', required: true },
          {
            key: 'words',
            label: say('identity.field-words'),
            kind: 'prose',
            required: true,
            span: 2,
            rows: 8,
          },
          { key: 'validFrom', label: say('identity.column-from'), kind: 'date', required: true },
          { key: 'validUntil', label: say('identity.column-until'), kind: 'date' },
          {
            key: 'forService',
            label: say('identity.field-for-service'),
            kind: 'text',
            required: true,
            span: 2,
          },
        ]}
        onSend={async (values) => void (await offer.tell(values))}
        problem={offer.problem}
        sendLabel={say('op.identity.offer-agreement')}
      />
    </Dialog>
  )
}
