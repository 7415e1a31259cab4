/** Lists of codes that are only words to choose from: each opened like every other kind of rule. */
import type { z } from 'zod'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { CodeLists } from '../contract.ts'
import { isShortcut } from './studio-sections.ts'

type Line = z.output<typeof CodeLists>['items'][number]

export function OtherLists() {
  const say = useSay()
  return (
    <Asked of={useAsk<{ items: Line[] }>('catalogue.list-code-lists')}>
      {({ items }) => {
        const rows = items.filter((l) => !isShortcut(l.list))
        return (
          <DataTable<Line>
            name="catalogue.studio.lists"
            rows={rows}
            rowKey={(r) => r.list}
            rowTo={(r) => `/catalogue/studio/list.${r.list}`}
            count={rows.length}
            empty={<EmptyState title={say('catalogue.no-codes')} />}
            columns={[
              {
                key: 'name',
                label: say('catalogue.list'),
                primary: true,
                sortable: true,
                cell: (r) => r.name,
                text: (r) => r.name,
              },
              {
                key: 'list',
                label: say('catalogue.code'),
                mono: true,
                cell: (r) => r.list,
                text: (r) => r.list,
              },
              {
                key: 'codes',
                label: say('catalogue.codes'),
                number: true,
                sortable: true,
                cell: (r) => String(r.codes),
                text: (r) => String(r.codes),
              },
            ]}
          />
        )
      }}
    </Asked>
  )
}
