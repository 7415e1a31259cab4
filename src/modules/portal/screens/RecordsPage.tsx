/** Requests for records: asked, decided by a named person, paid for and given once; the same page for who asks and for who answers. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { EmptyState, ErrorState, More, Skeleton } from '#ui/Asked.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form, type Field, type Values } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { When } from '#ui/Mono.tsx'
import { ProblemNote } from '#ui/Note.tsx'
import { Page, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useList, useTell } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import type { NextOfKinSeen, RecordSeen } from '../contract/records.ts'
import './portal.css'

const chips = {
  asked: { tone: 'maize', icon: 'hand-stop' },
  owes: { tone: 'maize', icon: 'clock' },
  ready: { tone: 'maya', icon: 'check' },
  released: { tone: 'reef', icon: 'door-exit' },
  refused: { tone: 'slate', icon: 'ban' },
} as const

export default function RecordsPage(): ReactNode {
  const say = useSay()
  const [show, setShow] = useState('open')
  const [asking, setAsking] = useState(false)
  const list = useList<RecordSeen>('portal.record-requests', { show, limit: 20 })
  return (
    <Page narrow>
      <RecordHead
        crumbs={[]}
        title={say('op.portal.record-requests')}
        facts={say('portal.records-note')}
        acts={
          <ActRow>
            <Act operation="portal.ask-for-records" icon="file" primary onAct={() => setAsking(true)} />
            <span className="portal-beside">
              <Linked to="/portal/charges">{say('portal.charges-title')}</Linked>
            </span>
          </ActRow>
        }
      />
      <Tabs
        value={show}
        onChange={setShow}
        tabs={['open', 'closed', 'all'].map((value) => ({ value, label: say(`portal.records-${value}`) }))}
      />
      {list.problem ? <ErrorState problem={list.problem} onRetry={list.again} /> : null}
      {list.loading ? <Skeleton lines={4} /> : null}
      {!list.loading && !list.problem && list.rows.length === 0 ? (
        <EmptyState title={say('portal.records-none')}>{say('portal.records-none-next')}</EmptyState>
      ) : null}
      {list.rows.map((one) => (
        <Request key={one.id} of={one} />
      ))}
      <More of={list} />
      {asking ? <AskDialog onClose={() => setAsking(false)} /> : null}
    </Page>
  )
}

function Request({ of: r }: { of: RecordSeen }): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState<'decide' | 'pay' | 'waive' | null>(null)
  const release = useTell('portal.release-records', { settles: ['portal.'] })
  const settled = r.charge?.settled
  const may = (operation: string): boolean => r.actions.some((a) => a.operation === operation && a.ok)
  const give = async (): Promise<void> => {
    const yes = await confirm({
      title: say('op.portal.release-records'),
      will: <p>{say('portal.will-release')}</p>,
    })
    if (yes) await release.tell({ request: r.id })
  }
  return (
    <article className="portal-card">
      <span className="portal-head">
        <strong>{r.kind.name}</strong>
        <StateChip {...chips[r.state]}>
          {say(r.state === 'refused' ? 'portal.record-refused-state' : `portal.record-${r.state}`)}
        </StateChip>
      </span>
      <span>
        {r.case ? (
          <Linked to={`/portal/cases/${r.case.id}`}>
            {r.case.number} {r.case.title}
          </Linked>
        ) : (
          r.numbers
        )}
        {r.authority ? ` · ${r.authority}` : ''}
      </span>
      <p>{r.text ?? say('portal.destroyed')}</p>
      <span className="dim">
        {say('portal.record-asker', { name: r.asker ?? '', proof: say(`portal.proof-${r.proof}`) })}
        {r.document ? ` · ${r.document}` : ''}
        {r.proof === 'account' ? '' : ` · ${say('portal.record-by', { by: r.by })}`}, <When at={r.at} />
        {r.dueOn && r.state === 'asked' ? ` · ${say('portal.record-due', { day: showDate(r.dueOn) })}` : ''}
      </span>
      {r.decidedBy && r.decidedAt ? (
        <span className="dim">
          {say(r.state === 'refused' ? 'portal.record-refused-state' : 'portal.decision-granted')}:{' '}
          {r.decidedBy}, <When at={r.decidedAt} />
          {r.askedAs ? ` · ${say('portal.record-asked-as', { name: r.askedAs })}` : ''}
          {r.relative ? `, ${say('portal.record-relative', { name: r.relative })}` : ''}
        </span>
      ) : null}
      {r.reason ? <p>{r.reason}</p> : null}
      {r.charge ? (
        <span>
          {settled === 'paid'
            ? say('portal.record-paid', { receipt: r.charge.receipt ?? '' })
            : settled === 'waived'
              ? say('portal.record-waived')
              : say('portal.record-fee-open', { amount: r.charge.amount, currency: r.charge.currency })}
        </span>
      ) : null}
      {r.papers.length > 0 ? (
        <span>
          {r.papers.map((p) => (
            <Linked
              key={p.report}
              mono
              to={p.delivery && r.mine ? `/reports/received/${p.delivery}` : `/reports/${p.report}`}
            >
              {p.number}{' '}
            </Linked>
          ))}
        </span>
      ) : null}
      <ProblemNote of={release.problem} />
      <ActRow>
        {may('portal.decide-records') ? (
          <Act operation="portal.decide-records" primary onAct={() => setOpen('decide')} />
        ) : null}
        {may('portal.record-payment') ? (
          <Act operation="portal.record-payment" onAct={() => setOpen('pay')} />
        ) : null}
        {may('portal.waive-charge') ? (
          <Act operation="portal.waive-charge" onAct={() => setOpen('waive')} />
        ) : null}
        {may('portal.release-records') ? (
          <Act operation="portal.release-records" primary onAct={() => void give()} />
        ) : null}
      </ActRow>
      {open === 'decide' ? <DecideDialog of={r} onClose={() => setOpen(null)} /> : null}
      {(open === 'pay' || open === 'waive') && r.charge ? (
        <SettleDialog charge={r.charge.id} how={open} onClose={() => setOpen(null)} />
      ) : null}
    </article>
  )
}

/** Paid under the number of a receipt, or waived with the reason. */
export function SettleDialog(props: {
  charge: string
  how: 'pay' | 'waive'
  onClose: () => void
}): ReactNode {
  const say = useSay()
  const operation = props.how === 'pay' ? 'portal.record-payment' : 'portal.waive-charge'
  const tell = useTell(operation, { settles: ['portal.'], onDone: props.onClose })
  const field: Field =
    props.how === 'pay'
      ? { key: 'receipt', label: say('portal.field-receipt'), kind: 'text', required: true, max: 60 }
      : { key: 'words', label: say('portal.field-waive'), kind: 'text', required: true }
  return (
    <Dialog title={say(`op.${operation}`)} onClose={props.onClose}>
      <Form
        name={`${operation}.${props.charge}`}
        draft={false}
        problem={tell.problem}
        fields={[field]}
        sendLabel={say(`op.${operation}`)}
        onSend={async (v) => {
          await tell.tell({ ...v, charge: props.charge })
        }}
      />
    </Dialog>
  )
}

function AskDialog({ onClose }: { onClose: () => void }): ReactNode {
  const say = useSay()
  // Who may take money works here, and asks for who stands before the counter.
  const inside = useMay('portal.release-records')
  const kinds = useAsk<{ items: { code: string; name: string }[] }>('catalogue.get-code-list', {
    list: 'record-request',
  })
  const tell = useTell('portal.ask-for-records', { settles: ['portal.'], onDone: onClose })
  const other: Field[] = [
    { key: 'name', label: say('portal.field-asker'), kind: 'text', required: true },
    {
      key: 'proof',
      label: say('portal.field-asker-proof'),
      kind: 'choice',
      required: true,
      options: (['document', 'order'] as const).map((value) => ({
        value,
        label: say(`portal.proof-${value}`),
      })),
    },
    { key: 'document', label: say('portal.field-asker-document'), kind: 'text', required: true },
  ]
  return (
    <Dialog title={say('op.portal.ask-for-records')} onClose={onClose}>
      <Form
        name="portal.ask-for-records"
        problem={tell.problem}
        initial={{ proof: 'document' }}
        fields={[
          ...(inside ? other : []),
          {
            key: 'kind',
            label: say('portal.field-record-kind'),
            kind: 'choice',
            required: true,
            options: (kinds.data?.items ?? []).map((k) => ({ value: k.code, label: k.name })),
          },
          {
            key: 'numbers',
            label: say('portal.field-record-numbers'),
            kind: 'text',
            required: true,
            max: 200,
          },
          { key: 'text', label: say('portal.field-record-text'), kind: 'prose', required: true },
          { key: 'authority', label: say('portal.field-authority'), kind: 'text' },
        ]}
        sendLabel={say('op.portal.ask-for-records')}
        onSend={async ({ name, proof, document, ...v }) => {
          await tell.tell({ ...v, ...(inside ? { asker: { name, proof, document } } : {}) })
        }}
      />
    </Dialog>
  )
}

interface Issued {
  id: string
  number: string
  questionName: string
  case: { id: string; number: string }
}
function DecideDialog({ of: r, onClose }: { of: RecordSeen; onClose: () => void }): ReactNode {
  const say = useSay()
  const [file, setFile] = useState(r.case?.id ?? '')
  const found = useAsk<{ items: Issued[] }>(
    'reports.find-reports',
    { case: file, state: 'issued', limit: 200 },
    { enabled: file !== '' },
  )
  const askers = useAsk<{ items: { code: string; name: string; data: unknown }[] }>(
    'catalogue.get-code-list',
    { list: 'death-records-rule' },
  )
  const [chosen, setChosen] = useState<readonly string[]>([])
  const kin = useAsk<NextOfKinSeen>(
    'portal.next-of-kin',
    { request: r.id, reports: chosen.join(',') },
    { enabled: chosen.length > 0 },
  )
  const entitled = (kin.data?.items ?? []).filter((k) => k.entitled)
  const wantsKin = (v: Values): boolean =>
    is('granted')(v) &&
    kin.data !== undefined &&
    (askers.data?.items ?? []).some(
      (a) => a.code === v['as'] && (a.data as { entitled?: unknown } | null)?.entitled === true,
    )
  const asking = {
    asker: kin.data?.asker ?? '',
    document: kin.data?.document ? ` (${kin.data.document})` : '',
  }
  const as = (askers.data?.items ?? []).map((a) => ({ value: a.code, label: a.name }))
  const tell = useTell('portal.decide-records', { settles: ['portal.'], onDone: onClose })
  const is = (d: string) => (v: Values) => v['decision'] === d
  return (
    <Dialog title={say('op.portal.decide-records')} onClose={onClose}>
      <Form
        name={`portal.decide-records.${r.id}`}
        draft={false}
        problem={tell.problem}
        initial={{ decision: 'granted', case: file }}
        onChange={(v) => {
          setFile(String(v['case'] ?? ''))
          const reports = Array.isArray(v['reports']) ? v['reports'].map(String) : []
          if (reports.join() !== chosen.join()) setChosen(reports)
        }}
        fields={[
          {
            key: 'decision',
            label: say('portal.decision'),
            kind: 'choice',
            required: true,
            options: (['granted', 'refused'] as const).map((value) => ({
              value,
              label: say(`portal.decision-${value}`),
            })),
          },
          {
            key: 'case',
            label: say('portal.field-case-of'),
            kind: 'ref',
            required: true,
            ask: {
              name: 'cases.find-cases',
              params: { limit: 20 },
              label: (c: { number: string; title: string }) => `${c.number} ${c.title}`,
              value: (c: { id: string }) => c.id,
            } as Field['ask'],
            show: is('granted'),
          },
          {
            key: 'reports',
            label: say('portal.field-papers'),
            kind: 'choices',
            required: true,
            options: (found.data?.items ?? []).map((i) => ({
              value: i.id,
              label: `${i.number} ${i.questionName}`,
            })),
            show: (v: Values) => is('granted')(v) && Boolean(v['case']),
          },
          {
            key: 'as',
            label: say('portal.field-asks-as'),
            help: say('portal.field-asks-as-help'),
            kind: 'choice',
            options: as,
            show: (v: Values) => is('granted')(v) && as.length > 0,
          },
          {
            key: 'relative',
            label: say('portal.field-relative'),
            help: say(entitled.length > 0 ? 'portal.kin-compare' : 'portal.kin-none', asking),
            kind: 'choice',
            required: true,
            options: entitled.map((k) => ({
              value: k.id,
              label: say(k.sameName ? 'portal.kin-same' : 'portal.kin-one', {
                name: k.name,
                relation: k.relation,
              }),
            })),
            show: wantsKin,
          },
          {
            key: 'reason',
            label: say('portal.field-reason'),
            kind: 'prose',
            required: true,
            show: is('refused'),
          },
        ]}
        sendLabel={say('op.portal.decide-records')}
        onSend={async ({ case: _case, ...v }) => {
          await tell.tell({ ...v, request: r.id })
        }}
      />
    </Dialog>
  )
}
