/** Lots: their plan, what was seen in them, and what became of them. */
import type { ReactNode } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Act, ActRow } from '#ui/Act.tsx'
import { EmptyState, ErrorState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { ProblemNote } from '#ui/Note.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { LotLine } from '../pages/contract/lots.ts'
import { lotLook } from './state.ts'

export default function LotsPage(): ReactNode {
  const say = useSay()
  const navigate = useNavigate()
  const list = useList<LotLine>('archive.lot-quality', { limit: 50 })
  const draw = useTell<{ id: string }>('archive.draw-lot')
  const begin = async (kind: 'pages' | 'index'): Promise<void> => {
    const done = await draw.tell({ kind, files: 200 })
    if (done) await navigate({ to: `/archive/lots/${done.id}` })
  }
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('archive.title'), to: '/archive' }]}
        title={say('op.archive.lot-quality')}
        facts={say('archive.lots-facts')}
        acts={
          <ActRow>
            <Act
              operation="archive.draw-lot"
              icon="eye-check"
              primary
              busy={draw.busy}
              onAct={() => void begin('pages')}
            >
              {say('archive.draw-pages')}
            </Act>
            <Act
              operation="archive.draw-lot"
              icon="checklist"
              busy={draw.busy}
              onAct={() => void begin('index')}
            >
              {say('archive.draw-index')}
            </Act>
          </ActRow>
        }
      />
      <ProblemNote of={draw.problem} />
      <Card>
        {list.problem ? (
          <ErrorState problem={list.problem} onRetry={list.again} />
        ) : (
          <DataTable<LotLine>
            name="archive.lots"
            rows={list.rows}
            loading={list.loading}
            rowKey={(r) => r.id}
            rowTo={(r) => `/archive/lots/${r.id}`}
            hasMore={list.hasMore}
            more={list.more}
            empty={
              <EmptyState title={say('archive.no-lots')} icon="eye-check">
                {say('archive.no-lots-how')}
              </EmptyState>
            }
            columns={[
              {
                key: 'number',
                label: say('archive.column-number'),
                cell: (r) => <Mono>{r.number}</Mono>,
                text: (r) => r.number,
                primary: true,
              },
              {
                key: 'kind',
                label: say('archive.lot-of'),
                cell: (r) => say(`archive.lot-of-${r.kind}`),
                text: (r) => say(`archive.lot-of-${r.kind}`),
              },
              {
                key: 'state',
                label: say('archive.filter-state'),
                cell: (r) => (
                  <StateChip tone={lotLook[r.state].tone} icon={lotLook[r.state].icon}>
                    {say(`archive.lot-is-${r.state}`)}
                  </StateChip>
                ),
                text: (r) => say(`archive.lot-is-${r.state}`),
              },
              {
                key: 'size',
                label: say('archive.lot-size'),
                cell: (r) => r.size,
                text: (r) => String(r.size),
                number: true,
              },
              {
                key: 'seen',
                label: say('archive.lot-seen'),
                cell: (r) => `${r.inspected} / ${r.sample}`,
                text: (r) => String(r.inspected),
                number: true,
              },
              {
                key: 'faults',
                label: say('archive.lot-faults'),
                cell: (r) => `${r.faults} (≤ ${r.accept})`,
                text: (r) => String(r.faults),
                number: true,
              },
              { key: 'rate', label: '%', cell: (r) => r.rate ?? '', text: (r) => r.rate ?? '', number: true },
              { key: 'quality', label: 'AQL', cell: (r) => r.quality, text: (r) => r.quality, number: true },
              { key: 'by', label: say('archive.drawn-by'), cell: (r) => r.by, text: (r) => r.by },
              {
                key: 'at',
                label: say('archive.column-since'),
                cell: (r) => <When at={r.at} />,
                text: (r) => r.at,
              },
            ]}
          />
        )}
      </Card>
    </Page>
  )
}
