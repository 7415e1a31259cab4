/** Every death that was told, newest first: taken on, still to decide, declined. */
import type { ReactNode } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { EmptyState, ErrorState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk, useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { useTableState } from '#ui/table-state.ts'
import type { DeathLine } from '../contract.ts'
import { KeptCalls } from './KeptCalls.tsx'
import { deathColumns } from './lines.tsx'

const states = ['open', 'accepted', 'declined'] as const

export default function CallsPage(): ReactNode {
  const say = useSay()
  const table = useTableState('death.calls')
  const { state = 'all' } = table.filters
  const params = { limit: 50, state, ...(table.q ? { q: table.q } : {}) }
  const list = useList<DeathLine>('death.calls', params)
  const counts = useAsk<{ counts: { state: string; n: number }[] }>('death.calls', { ...params, limit: 1 })
  const n = (of: string): number => counts.data?.counts.find((c) => c.state === of)?.n ?? 0
  return (
    <Page>
      <RecordHead
        title={say('death.calls-title')}
        facts={say('death.calls-facts', {
          accepted: n('accepted'),
          open: n('open'),
          declined: n('declined'),
        })}
        acts={
          <ActRow>
            <Act operation="death.take-call" to="/death/call" icon="phone" primary />
            <Act operation="death.pending-because" to="/death/pending" icon="hourglass" />
            <Act operation="death.missing-persons" to="/death/missing" icon="zoom-question" />
            <Act operation="death.certificates" to="/death/certificates" icon="inbox">
              {say('death.certificates-nav')}
            </Act>
          </ActRow>
        }
      />
      <KeptCalls />
      {list.problem ? (
        <ErrorState problem={list.problem} onRetry={list.again} />
      ) : (
        <DataTable<DeathLine>
          name="death.calls"
          rows={list.rows}
          loading={list.loading}
          remote
          searchable
          count={list.total}
          rowKey={(d) => d.id}
          rowTo={(d) => `/death/deaths/${d.id}`}
          hasMore={list.hasMore}
          more={list.more}
          all={list.all}
          filters={[
            {
              key: 'state',
              label: say('death.column-state'),
              options: states.map((value) => ({
                value,
                label: say(`death.state-${value}`),
                count: n(value),
              })),
            },
          ]}
          columns={deathColumns(say)}
          empty={<EmptyState title={say('death.calls-empty')}>{say('death.calls-empty-how')}</EmptyState>}
        />
      )}
    </Page>
  )
}
