/** My bench: what I have in hand, and what of others waits for my review. */
import type { ReactNode } from 'react'
import { DataTable } from '#ui/DataTable.tsx'
import { EmptyState, ErrorState } from '#ui/Asked.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Card, Columns, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { Act } from '#ui/Act.tsx'
import { useList } from '#ui/client.ts'
import { useMay, useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import { type RequestLine, type SheetLine as Sheet, requestColumns } from './lines.tsx'
import './work.css'

export default function BenchPage(): ReactNode {
  const say = useSay()
  const me = useMe()
  const hand = useList<RequestLine>('work.my-bench', { limit: 100 })
  // What is begun opens at its worksheet; the request itself is one link further.
  const may = useMay('results.find-worksheets')
  const mine = useList<Sheet>('results.find-worksheets', { limit: 100, mine: true }, { enabled: may })
  const sheetOf = new Map(mine.rows.filter((w) => w.state !== 'reviewed').map((w) => [w.request, w.id]))
  const overdue = hand.rows.filter((r) => r.overdue).length
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('work.bench-title')}
        chips={
          overdue > 0 ? (
            <StateChip tone="achiote" icon="warning">
              {say('work.of-which-overdue', { n: overdue })}
            </StateChip>
          ) : undefined
        }
        facts={say('work.bench-facts', { name: me?.person.name ?? '', n: hand.total ?? hand.rows.length })}
        acts={<Act operation="work.queue" to="/work" icon="requests" />}
      />
      <Card title={say('work.in-hand')}>
        {hand.problem ? (
          <ErrorState problem={hand.problem} onRetry={hand.again} />
        ) : (
          <DataTable<RequestLine>
            name="work.bench"
            rows={hand.rows}
            rowKey={(r) => r.id}
            rowTo={(r) =>
              sheetOf.has(r.id) ? `/results/worksheets/${sheetOf.get(r.id)}` : `/work/requests/${r.id}`
            }
            hasMore={hand.hasMore}
            more={hand.more}
            columns={requestColumns(say, ['assignee', 'unit'])}
            empty={<EmptyState title={say('work.bench-empty')}>{say('work.bench-empty-how')}</EmptyState>}
          />
        )}
      </Card>
      <Columns kind="halves">
        <Sheets
          title={say('work.my-worksheets')}
          params={{ mine: true }}
          name="work.sheets"
          empty={say('work.no-worksheets')}
        />
        <Sheets
          title={say('work.waits-for-review')}
          params={{ state: 'concluded', mine: false }}
          name="work.reviews"
          empty={say('work.no-reviews')}
          ofOthers
        />
      </Columns>
    </Page>
  )
}

/** Worksheets are of the module “results”; where it is absent for this person the card is not drawn. */
function Sheets(props: {
  title: string
  params: Record<string, string | boolean>
  name: string
  empty: string
  ofOthers?: boolean
}): ReactNode {
  const say = useSay()
  const may = useMay('results.find-worksheets')
  const list = useList<Sheet>('results.find-worksheets', { limit: 50, ...props.params }, { enabled: may })
  if (!may) return null
  const rows = props.ofOthers ? list.rows : list.rows.filter((w) => w.state !== 'reviewed')
  return (
    <Card title={props.title}>
      <DataTable<Sheet>
        name={props.name}
        rows={rows}
        rowKey={(w) => w.id}
        rowTo={(w) => `/results/worksheets/${w.id}`}
        columns={[
          {
            key: 'number',
            label: say('work.column-worksheet'),
            cell: (w) => <Mono>{w.number}</Mono>,
            text: (w) => w.number,
            primary: true,
          },
          {
            key: 'case',
            label: say('work.column-case'),
            cell: (w) => <Mono>{w.case.number}</Mono>,
            text: (w) => w.case.number,
          },
          !props.ofOthers
            ? {
                key: 'state',
                label: say('work.column-state'),
                cell: (w) => say(`work.sheet-${w.state}`),
                text: (w) => say(`work.sheet-${w.state}`),
              }
            : {
                key: 'analyst',
                label: say('work.column-analyst'),
                cell: (w) => w.analyst,
                text: (w) => w.analyst,
              },
          {
            key: 'since',
            label: say('work.column-since'),
            cell: (w) => <When at={w.since} />,
            text: (w) => showInstant(w.since),
          },
        ]}
        empty={<EmptyState title={props.empty} />}
      />
    </Card>
  )
}
