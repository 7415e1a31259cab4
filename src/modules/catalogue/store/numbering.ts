/** Draws numbers: the counter's row is the lock, and a transaction that fails gives its number back. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import type { Numbering, Series } from '../contract.ts'
import { counterOf, dayOf, plainNumbering, writeNumber, yearIn } from '../rules.ts'
import { definitionInForce } from './definitions.ts'

export interface NumberScope {
  /** Id of the unit whose code stands in the number. */
  readonly unit?: string | undefined
  /** Number of the thing to which this one belongs: the case of an item. */
  readonly parent?: string | undefined
}

export async function numberingOf(cx: Pick<Cx, 'tx' | 'now'>, series: Series): Promise<Numbering> {
  const found = await definitionInForce(cx.tx, 'numbering', series, dayOf(cx.now))
  return found ? (found.body as unknown as Numbering) : plainNumbering[series]
}

export async function drawNumber(
  cx: Cx,
  series: Series,
  scope: NumberScope,
  /** Read before, so that nothing but the counter stands between the draw and the commit for which others wait. */
  read: Promise<Numbering> = numberingOf(cx, series),
): Promise<string> {
  const numbering = await read
  const year = yearIn(cx.now, numbering.zone)
  const unit =
    numbering.pattern.includes('{unit}') && scope.unit
      ? (await cx.tx.maybe<{ code: string }>(sql`select code from identity.unit where id = ${scope.unit}`))
          ?.code
      : undefined
  const counter = counterOf(numbering, { year, unit, parent: scope.parent })
  const { last } = await cx.tx.one<{ last: number }>(sql`
    insert into catalogue.counter (series, scope, period, last) values (${series}, ${counter.scope}, ${counter.period}, 1)
    on conflict (series, scope, period) do update set last = catalogue.counter.last + 1 returning last`)
  return writeNumber(numbering.pattern, { year, n: last, unit, parent: scope.parent })
}
