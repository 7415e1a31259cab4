/** Draws several numbers of one series at once: the counter advances once, however many items come in. */
import type { Cx } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'
import type { Numbering, Series } from '../contract.ts'
import { counterOf, writeNumber, yearIn } from '../rules.ts'
import { type NumberScope, numberingOf } from './numbering.ts'

/** In order, gap-free inside the transaction. Patterns that bear a unit's code are drawn one by one (nextNumber). */
export async function nextNumbers(
  cx: Cx,
  series: Series,
  scope: Pick<NumberScope, 'parent'>,
  count: number,
  read: Promise<Numbering> = numberingOf(cx, series),
): Promise<string[]> {
  if (count < 1) return []
  const numbering = await read
  const year = yearIn(cx.now, numbering.zone)
  const counter = counterOf(numbering, { year, parent: scope.parent })
  const { last } = await cx.tx.one<{ last: number }>(sql`
    insert into catalogue.counter (series, scope, period, last) values (${series}, ${counter.scope}, ${counter.period}, ${count})
    on conflict (series, scope, period) do update set last = catalogue.counter.last + ${count} returning last`)
  return Array.from({ length: count }, (_, i) =>
    writeNumber(numbering.pattern, { year, n: last - count + 1 + i, parent: scope.parent }),
  )
}

/** A number as the series would write it for this parent; none is drawn. */
export async function sampleNumber(
  cx: Pick<Cx, 'tx' | 'now'>,
  series: Series,
  parent: string,
): Promise<string> {
  const numbering = await numberingOf(cx, series)
  return writeNumber(numbering.pattern, { year: yearIn(cx.now, numbering.zone), n: 1, parent })
}

/** Whether any number was ever drawn: before that nothing stands that a rule could move. */
export async function anythingNumbered(tx: Tx): Promise<boolean> {
  return (await tx.one<{ any: boolean }>(sql`select exists (select 1 from catalogue.counter) as any`)).any
}
