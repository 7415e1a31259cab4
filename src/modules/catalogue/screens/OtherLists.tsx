/** Lists of codes that are only words to choose from: each opened like every other kind of rule. */
import type { z } from 'zod'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { CodeLists } from '../contract.ts'
import { isShortcut } from './studio-sections.ts'
import { listColumns } from './list-columns.ts'

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
            columns={listColumns(say)}
          />
        )
      }}
    </Asked>
  )
}
