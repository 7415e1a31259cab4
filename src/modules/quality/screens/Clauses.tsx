/** Accreditation: what the log holds for each clause of a standard; a clause for which it holds nothing stands out. */
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Tabs } from '#ui/Page.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate, showInstant } from '#ui/show.ts'
import type { ClausesEvidenced } from '../contract.ts'

type Answer = z.output<typeof ClausesEvidenced>
type Line = Answer['clauses'][number]

export function Clauses(): ReactNode {
  const say = useSay()
  const [standard, choose] = useState<string | undefined>()
  const asked = useAsk<Answer>('quality.clause-evidence', { standard })
  return (
    <Asked
      of={asked}
      empty={(d) =>
        d.standards.length === 0 ? (
          <EmptyState title={say('quality.clause-no-list')} icon="certificate">
            {say('quality.clause-no-list-how')}
          </EmptyState>
        ) : null
      }
    >
      {(d) => (
        <>
          <Tabs
            label={say('quality.clause-standard')}
            value={d.standard ?? ''}
            onChange={choose}
            tabs={d.standards.map((value) => ({ value, label: value }))}
          />
          <p>{say('quality.clause-span', { from: showDate(d.from), until: showDate(d.until) })}</p>
          <ClauseTable rows={d.clauses} />
        </>
      )}
    </Asked>
  )
}

function ClauseTable({ rows }: { rows: readonly Line[] }): ReactNode {
  const say = useSay()
  return (
    <DataTable<Line>
      name="quality.clauses"
      rows={rows}
      rowKey={(r) => r.code}
      count={rows.length}
      empty={<EmptyState title={say('quality.clause-no-list')} />}
      columns={[
        {
          key: 'clause',
          label: say('quality.clause-column'),
          primary: true,
          cell: (r) => `${r.clause} ${r.title}`,
          text: (r) => `${r.clause} ${r.title}`,
        },
        {
          key: 'shows',
          label: say('quality.clause-shows'),
          cell: (r) => shows(r, say),
          text: (r) => shows(r, say),
        },
        {
          key: 'total',
          label: say('quality.clause-count'),
          number: true,
          cell: (r) =>
            r.total === 0 ? (
              <StateChip tone="maize" icon="warning">
                {say('quality.clause-none')}
              </StateChip>
            ) : (
              String(r.total)
            ),
          text: (r) => String(r.total),
        },
        {
          key: 'last',
          label: say('quality.clause-last'),
          cell: (r) => (r.last ? showInstant(r.last) : '–'),
          text: (r) => r.last ?? '',
        },
        {
          key: 'entries',
          label: say('quality.clause-entries'),
          cell: (r) => <Mono>{r.entries.map((e) => e.no).join(', ') || '–'}</Mono>,
          text: (r) => r.entries.map((e) => e.no).join(', '),
        },
      ]}
    />
  )
}
const shows = (r: Line, say: ReturnType<typeof useSay>): string =>
  [
    ...r.acts.filter((a) => a.n > 0).map((a) => `${a.title} (${a.n})`),
    ...(r.relied === null ? [] : [say('quality.clause-relied', { n: r.relied })]),
  ].join(' · ') || r.acts.map((a) => a.title).join(' · ')
