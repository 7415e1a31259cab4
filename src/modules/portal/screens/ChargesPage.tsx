/** What is owed and what was paid, for records and for examinations of customers whose agreement says so. */
import { type ReactNode, useState } from 'react'
import { TextAct } from '#ui/Act.tsx'
import { EmptyState, ErrorState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Page, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { ChargeSeen } from '../contract/records.ts'
import { SettleDialog } from './RecordsPage.tsx'

export default function ChargesPage(): ReactNode {
  const say = useSay()
  const [show, setShow] = useState('open')
  const [settling, setSettling] = useState<{ charge: string; how: 'pay' | 'waive' } | null>(null)
  const list = useList<ChargeSeen>('portal.charges', { show, limit: 100 })
  const may = (c: ChargeSeen, operation: string): boolean =>
    c.actions.some((a) => a.operation === operation && a.ok)
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('portal.nav-records'), to: '/portal/records' }]}
        title={say('portal.charges-title')}
        facts={say('portal.charges-note')}
      />
      <Tabs
        value={show}
        onChange={setShow}
        tabs={['open', 'all'].map((value) => ({ value, label: say(`portal.records-${value}`) }))}
      />
      {list.problem ? <ErrorState problem={list.problem} onRetry={list.again} /> : null}
      <DataTable<ChargeSeen>
        name="portal.charges"
        rows={list.rows}
        loading={list.loading}
        rowKey={(c) => c.id}
        count={list.rows.length}
        empty={<EmptyState title={say('portal.charges-none')} />}
        columns={[
          {
            key: 'what',
            label: say('portal.charge-what'),
            primary: true,
            cell: (c) => c.what,
            text: (c) => c.what,
          },
          {
            key: 'amount',
            number: true,
            label: say('portal.charge-amount'),
            cell: (c) => say('portal.record-fee', { amount: c.amount, currency: c.currency }),
            text: (c) => c.amount,
          },
          {
            key: 'state',
            label: say('portal.charge-state'),
            cell: (c) => (
              <StateChip
                tone={c.settled === null ? 'maize' : c.settled === 'paid' ? 'reef' : 'slate'}
                icon={c.settled === null ? 'clock' : 'check'}
              >
                {c.settled === 'paid'
                  ? say('portal.record-paid', { receipt: c.receipt ?? '' })
                  : say(`portal.charge-${c.settled ?? 'open'}`)}
              </StateChip>
            ),
            text: (c) => c.settled ?? 'open',
          },
          {
            key: 'agency',
            label: say('portal.charge-agency'),
            cell: (c) => c.agency ?? '',
            text: (c) => c.agency ?? '',
          },
          {
            key: 'case',
            label: say('portal.charge-case'),
            cell: (c) =>
              c.case ? (
                <Linked to={`/portal/cases/${c.case.id}`} mono>
                  {c.case.number}
                </Linked>
              ) : null,
            text: (c) => c.case?.number ?? '',
          },
          { key: 'at', label: say('portal.charge-at'), cell: (c) => showInstant(c.at), text: (c) => c.at },
          {
            key: 'act',
            label: say('op.portal.record-payment'),
            cell: (c) => (
              <>
                {may(c, 'portal.record-payment') ? (
                  <TextAct
                    operation="portal.record-payment"
                    icon="check"
                    onAct={() => setSettling({ charge: c.id, how: 'pay' })}
                  />
                ) : null}
                {may(c, 'portal.waive-charge') ? (
                  <TextAct
                    operation="portal.waive-charge"
                    icon="x"
                    onAct={() => setSettling({ charge: c.id, how: 'waive' })}
                  />
                ) : null}
              </>
            ),
          },
        ]}
      />
      {settling ? <SettleDialog {...settling} onClose={() => setSettling(null)} /> : null}
    </Page>
  )
}
