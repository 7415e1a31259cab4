/** One word on many cases: what holds there now, the batches that changed it, and what held before. */
import { visible } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { type Sql, sql } from '#platform/sql.ts'
import type { What } from '../rules/batches.ts'

type Reader = Pick<Cx, 'tx' | 'actor' | 'now'>

/** A row of cases.priority or cases.investigator as one word, and in words for whoever reads. */
const said = (what: What): Sql =>
  what === 'priority'
    ? sql`select w.id, w.root, w.seq, w.priority::text as word, w.priority::text as named, null::uuid as person, null::uuid as unit, null as name, null::uuid as office from cases.priority w`
    : sql`select w.id, w.root, w.seq, coalesce(w.person::text, w.unit::text, w.name) as word, coalesce(w.name, p.name, u.name) as named, w.person, w.unit, w.name, coalesce(w.unit, p.unit) as office
            from cases.investigator w left join identity.person p on p.id = w.person left join identity.unit u on u.id = w.unit`

/** `row` is what holds, null where nothing was said yet; `seq` is the place of the next. */
export interface Word {
  readonly row: string | null
  readonly seq: number
  readonly word: string | null
  readonly named: string | null
  readonly person: string | null
  readonly unit: string | null
  readonly name: string | null
  /** The unit of an officer who was named without one: it sees the case too. */
  readonly office: string | null
}
/** What nobody said anything about is ordinary (`standingSql`). */
const ordinary = '3'

export async function wordsNow(
  cx: Pick<Cx, 'tx'>,
  roots: readonly string[],
  what: What,
): Promise<Map<string, Word>> {
  const otherwise = what === 'priority' ? ordinary : null
  const rows = await cx.tx.many<Word & { root: string }>(sql`
    select t.id as root, x.id as row, coalesce(x.seq, 0) + 1 as seq, coalesce(x.word, ${otherwise}) as word, coalesce(x.named, ${otherwise}) as named, x.person, x.unit, x.name, x.office
      from unnest(${roots as string[]}::uuid[]) as t(id) left join lateral (select y.* from (${said(what)}) y where y.root = t.id order by y.seq desc limit 1) x on true`)
  return new Map(rows.map((r) => [r.root, r]))
}

/** The name of a person or a unit; undefined where there is neither. */
export const whoseName = async (cx: Pick<Cx, 'tx'>, id: string) =>
  cx.tx.maybe<{ person: string | null; unit: string | null; name: string }>(sql`
    select p.id as person, null::uuid as unit, p.name from identity.person p where p.id = ${id}
     union all select null, u.id, u.name from identity.unit u where u.id = ${id}`)

export interface BatchRow {
  readonly id: string
  readonly what: What
  readonly word: string
  readonly named: string | null
  readonly cases: number
  readonly reason: string
  readonly at: string
  readonly by_name: string
  readonly undoes: string | null
  readonly undone_by: string | null
}
const columns = sql`b.id, b.what, b.word, b.cases, b.reason, b.at, b.by_name, b.undoes, (select u.id from cases.batch u where u.undoes = b.id) as undone_by,
  case when b.what = 'investigator' then coalesce((select p.name from identity.person p where p.id::text = b.word), (select u.name from identity.unit u where u.id::text = b.word)) end as named`
/** A batch is told to whoever may see a case of it; 404 else. */
const seen = (cx: Reader): Sql =>
  sql`exists (select 1 from cases.batch_case t where t.batch = b.id and ${visible(cx, 't.root')})`

export async function batchById(cx: Reader, id: string): Promise<BatchRow> {
  const row = await cx.tx.maybe<BatchRow>(
    sql`select ${columns} from cases.batch b where b.id = ${id} and ${seen(cx)}`,
  )
  if (!row) throw notFound()
  return row
}
export const listBatches = (cx: Reader): Promise<BatchRow[]> =>
  cx.tx.many<BatchRow>(
    sql`select ${columns} from cases.batch b where ${seen(cx)} order by b.recorded_at desc, b.id desc limit 100`,
  )

export interface BatchCase {
  readonly case: string
  readonly number: string
  readonly title: string
  /** The row that the batch wrote, and what held before it. */
  readonly wrote: string
  readonly before: string | null
  readonly named: string | null
  readonly word: string | null
  readonly person: string | null
  readonly unit: string | null
  readonly name: string | null
}
/** In the order of their numbers; those that the reader may not see are not told. */
export const casesOfBatch = (cx: Reader, batch: Pick<BatchRow, 'id' | 'what'>): Promise<BatchCase[]> =>
  cx.tx.many<BatchCase>(sql`
    select t.root as case, c.number, c.title, t.wrote, t.before, x.named, x.word, x.person, x.unit, x.name
      from cases.batch_case t join cases.standing c on c.root = t.root left join (${said(batch.what)}) x on x.id = t.before
     where t.batch = ${batch.id} and ${visible(cx, 't.root')} order by c.number`)
