/** The SQL of comparing what came with what is there. */
import { visible } from '#identity/sight.ts'
import type { Json } from '#kernel/canonical.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export interface CameRow {
  readonly row: string
  readonly root: string
  readonly source: string
}

/** Cases that came and stand, in the order in which they came; of pairs that are the same, neither is asked about again. */
export const cameAfter = (cx: Cx, after: string | null, limit: number, unsure: boolean): Promise<CameRow[]> =>
  cx.tx.many<CameRow>(sql`
    select r.id as row, r.root, r.source from exchange.import_row r join cases.public_case c on c.id = r.root
     where (${after}::uuid is null or r.id > ${after}::uuid) and ${visible(cx, 'c.id')}
       and (not ${unsure}::boolean or exists (select 1 from exchange.alike a where a.root = r.root))
     order by r.id limit ${limit}`)

/** The newest word on each case with which somebody compared this one, from either side. */
export async function decidedOf(cx: Pick<Cx, 'tx'>, root: string): Promise<Map<string, string>> {
  const rows = await cx.tx.many<{ other: string; verdict: string }>(sql`
    select distinct on (other) other, verdict from (
      select other, verdict, id from exchange.alike where root = ${root} union all select root, verdict, id from exchange.alike where other = ${root}) a
     order by other, id desc`)
  return new Map(rows.map((r) => [r.other, r.verdict]))
}

/** Which of these came with an import after this row: the pair is shown when they are looked at, so that what came first goes on. */
export const cameLater = async (
  cx: Pick<Cx, 'tx'>,
  row: string,
  roots: readonly string[],
): Promise<Set<string>> =>
  new Set(
    (
      await cx.tx.many<{ root: string }>(
        sql`select root from exchange.import_row where root = any(${roots as string[]}::uuid[]) and id > ${row}`,
      )
    ).map((r) => r.root),
  )

export interface AlikeRow {
  readonly other: string
  readonly number: string
  readonly title: string
  readonly verdict: 'same' | 'another' | 'not-sure'
  readonly score: number
  readonly reasons: Json
  readonly by_name: string
  readonly at: string
}
export const decisionsOf = (cx: Cx, root: string): Promise<AlikeRow[]> =>
  cx.tx.many<AlikeRow>(sql`
    select a.other, c.number, c.title, a.verdict, a.score, a.reasons, a.by_name, a.recorded_at as at
      from exchange.alike a join cases.public_case c on c.id = a.other where a.root = ${root} and ${visible(cx, 'c.id')} order by a.id desc limit 50`)
