/** Partners who get results and papers, and the form that each asked for. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Card } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import { type RecipientSeen, forms } from '../contract/forms.ts'
import { useDataAgreements } from './agreements.ts'

export function Recipients(): ReactNode {
  const say = useSay()
  const list = useAsk<{ items: RecipientSeen[] }>('exchange.recipients', {})
  const [agreeing, setAgreeing] = useState(false)
  const rows = list.data?.items ?? []
  return (
    <Card title={say('op.exchange.recipients')}>
      <div style={{ display: 'grid', gap: 12 }}>
        <p className="dim">{say('exchange.recipients-note')}</p>
        {rows.length > 0 ? (
          <Plain
            head={[
              say('exchange.partner-agency'),
              say('exchange.form'),
              say('exchange.partner-agreement'),
              say('exchange.message-at'),
            ]}
            rows={rows.map((r) => [
              r.name,
              say(`exchange.form-${r.form}`),
              r.holds ? r.agreement : `${r.agreement}. ${say('exchange.recipient-over')}`,
              say('exchange.recipient-since', { by: r.by ?? '', at: showInstant(r.at) }),
            ])}
          />
        ) : list.data ? (
          <p className="dim">{say('exchange.recipients-empty')}</p>
        ) : null}
        <ActRow>
          <Act operation="exchange.agree-form" icon="add" onAct={() => setAgreeing(true)} />
        </ActRow>
      </div>
      {agreeing ? <Agreeing onClose={() => setAgreeing(false)} /> : null}
    </Card>
  )
}

function Agreeing({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useSay()
  const act = useTell('exchange.agree-form', { onDone: onClose })
  const usable = useDataAgreements()
  return (
    <Dialog title={say('op.exchange.agree-form')} onClose={onClose}>
      <Form
        name="exchange.agree-form"
        draft={false}
        fields={[
          {
            key: 'agreement',
            label: say('exchange.partner-agreement'),
            kind: 'choice',
            required: true,
            options: usable.map((a) => ({ value: a.id, label: `${a.agencyName}: ${a.title}` })),
          },
          {
            key: 'form',
            label: say('exchange.form'),
            kind: 'choice',
            required: true,
            options: forms.map((value) => ({ value, label: say(`exchange.form-${value}`) })),
          },
        ]}
        sendLabel={say('op.exchange.agree-form')}
        problem={act.problem}
        onSend={async (values) => {
          const agency = usable.find((a) => a.id === values.agreement)?.agency
          await act.tell({ ...values, agency })
        }}
      />
    </Dialog>
  )
}
