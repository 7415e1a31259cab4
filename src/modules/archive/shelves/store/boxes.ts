/** The SQL of boxes: where they stand and what lies in them. */
import { ref, type Ref } from '#kernel/shapes.ts'
import { normaliseNumber } from '#modules/cases/public.ts'
import { notFound } from '#kernel/verdict.ts'
import type { CoveredRow, Cx, Protected } from '#platform/cx.ts'
import { noSql, sql, anywhere } from '#platform/sql.ts'
import { seesFile } from './sight.ts'

export interface BoxRow extends Protected {
  readonly id: string
  readonly number: string
  readonly barcode: string
  readonly unit: string | null
  readonly title: string
  readonly years: string | null
  readonly place: string | null
  readonly place_name: string | null
  readonly seq: number
  readonly since: string
  readonly words: string | null
}
export interface BoxListed extends BoxRow {
  readonly files: number
  readonly out: number
}
export const boxRef = (id: string): Ref => ref('archive.box', id)
const columns = sql`b.box as id, b.number, b.barcode, b.unit, b.title, b.years, b.place, b.place_name, b.seq, b.since, x.words`
const counted = (cx: Cx) =>
  sql`(select count(*)::int from archive.file_now n where n.box = b.box and ${seesFile(cx)}) as files, (select count(*)::int from archive.file_now n where n.box = b.box and n.state = 'out' and ${seesFile(cx)}) as out`

/** By id, by barcode, or by the number that stands on it. */
export async function seeBox(
  cx: Cx,
  which: { id?: string | undefined; code?: string | undefined },
  opts: { lock?: boolean } = {},
): Promise<BoxListed> {
  const row = await cx.tx.maybe<BoxListed>(sql`
    select ${columns}, ${counted(cx)}, true as may_see from archive.box_now b join archive.box x on x.id = b.box
     where ${which.id ? sql`b.box = ${which.id}` : sql`(b.barcode = ${(which.code ?? '').toUpperCase()} or b.number = ${(which.code ?? '').toUpperCase()})`}`)
  if (!row) throw notFound()
  if (opts.lock) {
    await cx.lock([boxRef(row.id)])
    return seeBox(cx, { id: row.id })
  }
  return row
}
export function listBoxes(
  cx: Cx,
  f: { q?: string | undefined; place?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<BoxListed[]> {
  const like = f.q ? anywhere(f.q) : null
  return cx.tx.many<BoxListed>(sql`
    select ${columns}, ${counted(cx)}, true as may_see from archive.box_now b join archive.box x on x.id = b.box
     where true ${f.place ? sql`and b.place = ${f.place}` : noSql} ${like ? sql`and (b.number ilike ${like} or b.title ilike ${like} or b.barcode = ${normaliseNumber(f.q ?? '')} or b.place_name ilike ${like})` : noSql}
     ${f.cursor ? sql`and b.number < ${f.cursor}` : noSql} order by b.number desc limit ${f.limit + 1}`)
}
export const placeNamed = async (
  cx: Pick<Cx, 'tx'>,
  id: string,
): Promise<{ id: string; name: string; code: string }> => {
  const row = await cx.tx.maybe<{ id: string; name: string; code: string }>(
    sql`select id, name, code from evidence.public_place where id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}
export function boxStep(
  cx: Cx,
  box: { id: string; seq: number },
  step: { kind: 'registered' | 'moved'; place: { id: string; name: string } | null; words: string | null },
): CoveredRow {
  return {
    id: cx.newId(),
    box: box.id,
    seq: box.seq + 1,
    kind: step.kind,
    place: step.place?.id ?? null,
    place_name: step.place?.name ?? null,
    words: step.words,
    by_name: cx.actor.name,
    at: cx.occurredAt,
  }
}
export const insertBoxNow = (
  cx: Cx,
  b: {
    id: string
    number: string
    barcode: string
    unit: string | null
    title: string
    years: string | null
  },
  place: { id: string; name: string } | null,
): Promise<unknown> =>
  cx.tx.run(sql`
    insert into archive.box_now (box, number, barcode, unit, title, years, place, place_name, seq, since)
    values (${b.id}, ${b.number}, ${b.barcode}, ${b.unit}, ${b.title}, ${b.years}, ${place?.id ?? null}, ${place?.name ?? null}, 1, ${cx.now})`)
export const boxMoved = (cx: Cx, box: BoxRow, place: { id: string; name: string }): Promise<unknown> =>
  cx.tx.run(
    sql`update archive.box_now set place = ${place.id}, place_name = ${place.name}, seq = ${box.seq + 1}, since = ${cx.now} where box = ${box.id}`,
  )
