/** The files of the house in the order of their names, content alone, so that nothing of a case is told; and the orders to heal them. */
import { ref, type Ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Ground } from '#platform/cx.ts'
import { noSql, sql } from '#platform/sql.ts'
import type { HealOutcome } from '../contract/places.ts'

export const placesRef = (count: string): Ref => ref('archive.places', count)
export const filesAfter = async (cx: Pick<Cx, 'tx'>, after: string, most: number): Promise<string[]> =>
  (
    await cx.tx.many<{ sha256: string }>(
      sql`select sha256 from platform.file where sha256 > ${after} order by sha256 limit ${most}`,
    )
  ).map((row) => row.sha256)
/** What has an order already gets no second one. */
export const orderedAlready = async (cx: Pick<Cx, 'tx'>, files: readonly string[]): Promise<Set<string>> =>
  new Set(
    (
      await cx.tx.many<{ of: string }>(
        sql`select h.place || h.sha256 as of from archive.healing h where h.sha256 = any(${files as string[]}) and not exists (select 1 from archive.healing_end e where e.healing = h.id)`,
      )
    ).map((row) => row.of),
  )

export interface HealingRow {
  readonly id: string
  readonly count: string
  readonly sha256: string
  readonly place: 'near' | 'far'
  readonly found: 'missing' | 'changed'
  readonly ordered_at: string
  readonly outcome: HealOutcome | null
  readonly ended_at: string | null
}
const columns = sql`h.id, h.count, h.sha256, h.place, h.found, h.recorded_at as ordered_at, e.outcome, e.recorded_at as ended_at from archive.healing h left join archive.healing_end e on e.healing = h.id`
export async function seeHealing(cx: Cx, id: string): Promise<HealingRow> {
  const row = await cx.tx.maybe<HealingRow>(sql`select ${columns} where h.id = ${id}`)
  if (!row) throw notFound()
  return row
}
export const listHealings = (
  cx: Pick<Cx, 'tx'>,
  open: boolean,
  page: { limit: number; cursor?: string | undefined },
): Promise<HealingRow[]> =>
  cx.tx.many<HealingRow>(
    sql`select ${columns} where true ${open ? sql`and e.id is null` : noSql} ${page.cursor ? sql`and h.id < ${page.cursor}` : noSql} order by h.id desc limit ${page.limit + 1}`,
  )
export const openHealings = async (ground: Pick<Ground, 'db'>, after: string): Promise<string[]> =>
  (
    await ground.db.direct.many<{ id: string }>(
      sql`select h.id from archive.healing h where h.id > ${after} and not exists (select 1 from archive.healing_end e where e.healing = h.id) order by h.id limit 200`,
    )
  ).map((row) => row.id)
/** For whoever is called at night. */
export const countOpenHealings = async (ground: Pick<Ground, 'db'>): Promise<number> =>
  (
    await ground.db.direct.one<{ n: number }>(
      sql`select count(*)::int as n from archive.healing h where not exists (select 1 from archive.healing_end e where e.healing = h.id)`,
    )
  ).n
