/** Messages by mail and what became of them, and who keeps the signed heads: for the administrator. */
import { type ReactNode, useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Form } from '#ui/Form.tsx'
import { When } from '#ui/Mono.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { useAsk, useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'

interface Mail {
  id: string
  subject: string
  to: string
  state: 'waiting' | 'sent' | 'failed'
  tries: number
  fault: string | null
  madeAt: string
  changedAt: string
}
interface Outbox {
  goesOut: boolean
  headRecipients: string[]
}
const chips = {
  waiting: { tone: 'maize', icon: 'hourglass' },
  sent: { tone: 'reef', icon: 'check' },
  failed: { tone: 'achiote', icon: 'warning' },
} as const

export default function OutboxPage(): ReactNode {
  const say = useSay()
  const box = useAsk<Outbox>('identity.list-mail', { limit: 1 })
  const mail = useList<Mail>('identity.list-mail', { limit: 50 })
  const again = useTell<{ queued: number }>('identity.send-mail-again')
  const fault = (r: Mail): string =>
    r.fault === null || r.state === 'sent'
      ? ''
      : r.fault === 'no-address'
        ? say('identity.mail-no-address')
        : say('identity.mail-refused', { code: r.fault })
  return (
    <Page>
      <RecordHead crumbs={[]} title={say('identity.nav-mail')} />
      <Asked of={box}>
        {(b) => (b.goesOut ? null : <Note tone="maize">{say('identity.mail-stays')}</Note>)}
      </Asked>
      {again.done ? (
        <Note tone="reef">{say('identity.mail-queued', { count: again.done.queued })}</Note>
      ) : null}
      <ProblemNote of={again.problem} />
      <DataTable<Mail>
        name="identity.mail"
        rows={mail.rows}
        rowKey={(r) => r.id}
        hasMore={mail.hasMore}
        more={mail.more}
        empty={say('identity.mail-none')}
        columns={[
          {
            key: 'subject',
            label: say('identity.mail-subject'),
            cell: (r) => r.subject,
            text: (r) => r.subject,
            primary: true,
          },
          { key: 'to', label: say('identity.mail-to'), cell: (r) => r.to, text: (r) => r.to },
          {
            key: 'state',
            label: say('identity.column-state'),
            cell: (r) => (
              <StateChip {...chips[r.state]}>
                {[say(`identity.mail-${r.state}`), fault(r)].filter(Boolean).join(' · ')}
              </StateChip>
            ),
            text: (r) => r.state,
          },
          {
            key: 'tries',
            label: say('identity.mail-tries'),
            cell: (r) => r.tries,
            text: (r) => String(r.tries),
            number: true,
          },
          {
            key: 'when',
            label: say('identity.mail-when'),
            cell: (r) => <When at={r.changedAt} />,
            text: (r) => r.changedAt,
          },
          {
            key: 'act',
            label: '',
            cell: (r) =>
              r.state === 'sent' ? null : (
                <Act operation="identity.send-mail-again" onAct={() => void again.tell({ mail: [r.id] })} />
              ),
          },
        ]}
      />
      <Asked of={box}>{(b) => <HeadRecipients now={b.headRecipients} />}</Asked>
    </Page>
  )
}

function HeadRecipients({ now }: { now: readonly string[] }): ReactNode {
  const say = useSay()
  const set = useTell('identity.set-head-recipients')
  const [kept, setKept] = useState(false)
  const send = async (text: string): Promise<void> => {
    const addresses = text.split(/[\s,;]+/).filter(Boolean)
    const sure = await confirm({
      title: say('op.identity.set-head-recipients'),
      will: addresses.join(', '),
      reason: 'required',
    })
    if (sure) setKept((await set.tell({ addresses }, { reason: sure.reason ?? '' })) !== undefined)
  }
  return (
    <Card title={say('op.identity.set-head-recipients')}>
      <p>{say('identity.heads-help')}</p>
      {kept ? <Note tone="reef">{say('identity.heads-kept')}</Note> : null}
      <Form
        name="identity.set-head-recipients"
        draft={false}
        initial={{ addresses: now.join('\n') }}
        fields={[{ key: 'addresses', label: say('identity.heads-addresses'), kind: 'prose', rows: 4 }]}
        onSend={(v) => send(String((v as { addresses?: string }).addresses ?? ''))}
        problem={set.problem}
        sendLabel={say('op.identity.set-head-recipients')}
      />
    </Card>
  )
}
