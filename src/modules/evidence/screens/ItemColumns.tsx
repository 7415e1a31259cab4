/** The columns by which a thing is known in every list of things: number, what it is, its state. */
import type { Column } from '#ui/DataTable.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import type { useSay } from '#ui/say.ts'
import type { ItemLine } from '../contract.ts'
import { chipOf } from './state.ts'

export const itemColumns = (say: ReturnType<typeof useSay>): Column<ItemLine>[] => [
  {
    key: 'number',
    label: say('evidence.s-number'),
    cell: (r) => r.number,
    text: (r) => r.number,
    mono: true,
    primary: true,
  },
  {
    key: 'what',
    label: say('evidence.s-what'),
    cell: (r) => r.description,
    text: (r) => r.description,
  },
  {
    key: 'state',
    label: say('evidence.s-state'),
    cell: (r) => <StateChip state={chipOf[r.state]}>{say(`evidence.state-${r.state}`)}</StateChip>,
    text: (r) => say(`evidence.state-${r.state}`),
  },
]
