/** The SQL of kits that are followed. Every statement asks who may see. */
import { visible } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { joinSql, type Sql, sql } from '#platform/sql.ts'
import { cursorAfter, cursorBefore } from './cursor.ts'

type Reader = Pick<Cx, 'tx' | 'actor' | 'now'>
export interface KitRow extends Protected {
  readonly id: string
  readonly root: string
  readonly serial: string
  readonly recorded_at: string
  readonly seq: number
  readonly stage: string
  readonly unit_name: string
  readonly to_name: string | null
  readonly due_on: string | null
  readonly steps: readonly {
    readonly stage: string
    readonly at: string
    readonly unit: string
    readonly by: string
    readonly words: string | null
  }[]
}
const columns = (cx: Reader): Sql => sql`
  k.id, k.root, k.serial, k.recorded_at, s.seq, s.stage, s.unit_name, s.to_name, s.due_on, ${visible(cx, 'k.root')} as may_see,
  (select jsonb_agg(jsonb_build_object('stage', t.stage, 'at', to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'unit', t.unit_name, 'by', t.by_name, 'words', t.words) order by t.seq) from portal.kit_stage t where t.kit = k.id) as steps`
const from = sql`portal.kit_track k join lateral (select * from portal.kit_stage n where n.kit = k.id order by n.seq desc limit 1) s on true`

export async function kitBySerial(cx: Reader, serial: string): Promise<KitRow> {
  const row = await cx.tx.maybe<KitRow>(sql`select ${columns(cx)} from ${from} where k.serial = ${serial}`)
  if (!row) throw notFound()
  return row
}
export async function listKits(
  cx: Reader,
  f: {
    limit: number
    cursor?: string | undefined
    show: 'open' | 'overdue' | 'all'
    ends: readonly string[]
    today: string
  },
) {
  const where: Sql[] = [
    visible(cx, 'k.root'),
    ...(f.show === 'open' ? [sql`not (s.stage = any(${f.ends as string[]}))`] : []),
    ...(f.show === 'overdue' ? [sql`s.due_on < ${f.today}::date`] : []),
    ...cursorBefore(f.cursor, sql`k.recorded_at`, sql`k.id`),
  ]
  const rows = await cx.tx.many<KitRow>(
    sql`select ${columns(cx)} from ${from} where ${joinSql(where, ' and ')} order by k.recorded_at desc, k.id desc limit ${f.limit + 1}`,
  )
  return cursorAfter(rows, f.limit)
}
export const countKits = (cx: Reader, today: string) =>
  cx.tx.many<{ stage: string; kits: number; overdue: number }>(
    sql`select s.stage, count(*)::int as kits, (count(*) filter (where s.due_on < ${today}::date))::int as overdue from ${from} where ${visible(cx, 'k.root')} group by s.stage`,
  )
export const agencyKindOf = async (cx: Pick<Cx, 'tx'>, agency: string | null): Promise<string | null> =>
  (await cx.tx.maybe<{ kind: string }>(sql`select kind from identity.agency where id = ${agency}`))?.kind ??
  null
export const unitNamed = async (cx: Pick<Cx, 'tx'>, unit: string | null): Promise<string | undefined> =>
  (await cx.tx.maybe<{ name: string }>(sql`select name from identity.unit where id = ${unit}`))?.name

/** The newest stage of each kit that is past its day, with whom it waits for. No sight is asked: a notice says only that something waits on a page. */
export const lateKits = (cx: Pick<Cx, 'tx'>, today: string) =>
  cx.tx.many<{
    id: string
    stage: string
    root: string
    number: string
    by: string | null
    unit: string | null
  }>(sql`
    select s.id, s.stage, k.root, k.serial as number, s.recorded_by as by, coalesce(s.to_unit, s.unit) as unit from ${from} where s.due_on < ${today}::date order by s.due_on, s.id limit 5000`)
