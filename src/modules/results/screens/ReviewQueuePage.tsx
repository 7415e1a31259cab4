/** Worksheets that wait for a reviewer, oldest known first; what I wrote myself is shown and says that it waits for somebody else. */
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { DataTable } from '#ui/DataTable.tsx'
import { EmptyState, ErrorState } from '#ui/Asked.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useList } from '#ui/client.ts'
import { useTableState } from '#ui/table-state.ts'
import { useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { WorksheetLine as Shape } from '../contract.ts'
import { sheetLooks } from './looks.ts'

type Line = z.output<typeof Shape>
const states = ['concluded', 'returned', 'open', 'reviewed'] as const

export default function ReviewQueuePage(): ReactNode {
  const say = useSay()
  const me = useMe()
  const table = useTableState('results.review')
  const state = table.filters['state'] ?? 'concluded'
  const list = useList<Line>('results.find-worksheets', { limit: 100, state, q: table.q })
  return (
    <Page>
      <RecordHead crumbs={[]} title={say('results.review-title')} facts={say('results.review-facts')} />
      {list.problem ? (
        <ErrorState problem={list.problem} onRetry={list.again} />
      ) : (
        <DataTable<Line>
          name="results.review"
          remote
          rows={list.rows}
          rowKey={(w) => w.id}
          rowTo={(w) => `/results/worksheets/${w.id}`}
          hasMore={list.hasMore}
          more={list.more}
          filters={[
            {
              key: 'state',
              label: say('results.state'),
              options: states.map((s) => ({ value: s, label: say(`results.state-${s}`) })),
            },
          ]}
          columns={[
            {
              key: 'number',
              label: say('results.worksheet'),
              cell: (w) => <Mono>{w.number}</Mono>,
              text: (w) => w.number,
              primary: true,
            },
            {
              key: 'case',
              label: say('results.case'),
              cell: (w) => <Mono>{w.case.number}</Mono>,
              text: (w) => w.case.number,
            },
            { key: 'analyst', label: say('results.analyst'), cell: (w) => w.analyst, text: (w) => w.analyst },
            {
              key: 'state',
              label: say('results.state'),
              cell: (w) => (
                <StateChip {...sheetLooks[w.state as keyof typeof sheetLooks]}>
                  {say(`results.state-${w.state}`)}
                </StateChip>
              ),
              text: (w) => say(`results.state-${w.state}`),
            },
            {
              key: 'since',
              label: say('results.since'),
              cell: (w) => <When at={w.since} />,
              text: (w) => showInstant(w.since),
            },
            {
              key: 'for',
              label: say('results.for-you'),
              cell: (w) =>
                say(w.analyst === me?.person.name ? 'results.yours-not-by-you' : 'results.yours-to-review'),
              text: (w) =>
                say(w.analyst === me?.person.name ? 'results.yours-not-by-you' : 'results.yours-to-review'),
            },
          ]}
          empty={
            <EmptyState title={say('results.review-empty')}>{say('results.review-empty-how')}</EmptyState>
          }
        />
      )}
    </Page>
  )
}
