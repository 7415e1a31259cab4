/** A table as it leaves: an asterisk where a count is hidden. */
import type { ReactNode } from 'react'
import { useSay } from '#ui/say.ts'
import { showNumber } from '#ui/show.ts'
import { Plain } from '#ui/Plain.tsx'
import type { Heading } from '../contract.ts'

export function SafeTable(props: {
  title: string
  rows: readonly Heading[]
  columns: readonly Heading[]
  cells: readonly (readonly (number | null)[])[]
}): ReactNode {
  const say = useSay()
  const all = say('observatory.all')
  const shown = (n: number | null | undefined): ReactNode =>
    n === null || n === undefined ? <abbr title={say('observatory.hidden')}>*</abbr> : showNumber(n)
  const head =
    props.columns.length > 0 ? [...props.columns.map((c) => c.label), all] : [say('observatory.count')]
  return (
    <Plain
      caption={props.title}
      head={['', ...head]}
      align={['left', ...head.map((): 'right' => 'right')]}
      rows={props.rows.map((r, i) => [r.label, ...(props.cells[i] ?? []).map(shown)])}
      foot={[all, ...(props.cells.at(-1) ?? []).map(shown)]}
    />
  )
}
