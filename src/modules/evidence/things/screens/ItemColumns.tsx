/** The columns by which a thing is known in every list of things: number, what it is, its state. */
import type { Column } from '#ui/DataTable.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import type { useSay } from '#ui/say.ts'
import type { ItemLine } from '../contract.ts'
import { chipOf } from './state.ts'

/** By its number a row is named, in every list of evidence. */
export const numberColumn = <Row extends { readonly number: string }>(
  say: ReturnType<typeof useSay>,
): Column<Row> => ({
  key: 'number',
  label: say('evidence.s-number'),
  cell: (r) => r.number,
  text: (r) => r.number,
  mono: true,
  primary: true,
})

export const itemColumns = (say: ReturnType<typeof useSay>): Column<ItemLine>[] => [
  numberColumn(say),
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
