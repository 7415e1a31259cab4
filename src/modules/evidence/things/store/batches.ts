/** One word on many exhibits: what stands there now, the batches that changed it, and what stood there before. */
import { visible } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

type Reader = Pick<Cx, 'tx' | 'actor' | 'now'>
export type What = 'type' | 'intended' | 'hazard'

export interface Now {
  readonly thing: string
  readonly now: string | null
  /** The place of the next row in the thing's own order. */
  readonly seq: number
  /** The description that holds, for a correction of it. */
  readonly last: string | null
  readonly words: string | null
  readonly quantity: string | null
  readonly unit: string | null
  readonly count: number | null
}
/** Of a danger: whether the thing itself bears it. */
export async function wordsNow(
  cx: Pick<Cx, 'tx'>,
  things: readonly string[],
  what: What,
  code: string,
): Promise<Map<string, Now>> {
  const of =
    what === 'type'
      ? sql`select d.type as now, d.seq + 1 as seq, d.id as last, d.words, d.quantity::text as quantity, d.unit, d.count from evidence.description d where d.thing = t.id order by d.seq desc limit 1`
      : what === 'intended'
        ? sql`select i.disposition as now, i.seq + 1 as seq, null::uuid as last, null as words, null as quantity, null as unit, null::int as count from evidence.intention i where i.thing = t.id order by i.seq desc limit 1`
        : sql`select case when h.state = 'flagged' then h.hazard end as now, h.seq + 1 as seq, null::uuid as last, null as words, null as quantity, null as unit, null::int as count from evidence.hazard_flag h where h.thing = t.id and h.hazard = ${code} order by h.seq desc limit 1`
  const rows = await cx.tx.many<Now>(sql`
    select t.id as thing, x.now, coalesce(x.seq, 1) as seq, x.last, x.words, x.quantity, x.unit, x.count
      from unnest(${things as string[]}::uuid[]) as t(id) left join lateral (${of}) x on true`)
  return new Map(rows.map((r) => [r.thing, r]))
}

export interface BatchRow {
  readonly id: string
  readonly what: What
  readonly code: string
  readonly things: number
  readonly reason: string
  readonly at: string
  readonly by_name: string
  readonly undoes: string | null
  readonly undone_by: string | null
}
const columns = sql`b.id, b.what, b.code, b.things, b.reason, b.at, b.by_name, b.undoes, (select u.id from evidence.batch u where u.undoes = b.id) as undone_by`
/** A batch is told to whoever may see something of it; 404 else. */
const seen = (cx: Reader) =>
  sql`exists (select 1 from evidence.batch_thing t where t.batch = b.id and ${visible(cx, 't.root')})`

export async function batchById(cx: Reader, id: string): Promise<BatchRow> {
  const row = await cx.tx.maybe<BatchRow>(
    sql`select ${columns} from evidence.batch b where b.id = ${id} and ${seen(cx)}`,
  )
  if (!row) throw notFound()
  return row
}
export const listBatches = (cx: Reader): Promise<BatchRow[]> =>
  cx.tx.many<BatchRow>(
    sql`select ${columns} from evidence.batch b where ${seen(cx)} order by b.recorded_at desc, b.id desc limit 100`,
  )

/** In the order of their numbers; those that the reader may not see are not told. */
export const thingsOfBatch = (
  cx: Reader,
  id: string,
): Promise<{ thing: string; number: string; description: string; before: string | null }[]> =>
  cx.tx.many(sql`
    select t.thing, n.number, n.words as description, t.before from evidence.batch_thing t join evidence.thing_now n on n.thing = t.thing
     where t.batch = ${id} and ${visible(cx, 't.root')} order by n.number`)
