/** What every table of code lists says of each: its name, its code, how many codes it holds. */
import type { Column } from '#ui/DataTable.tsx'
import type { Say } from '#ui/say.ts'

interface Line {
  readonly list: string
  readonly name: string
  readonly codes: number
}

export const listColumns = (say: Say): Column<Line>[] => [
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
]
