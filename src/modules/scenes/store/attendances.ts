/** The SQL of attendances and their steps. */
import { visible } from '#identity/sight.ts'
import { ref, type Ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import type { CoveredRow, Cx, Protected } from '#platform/cx.ts'
import { type Sql, noSql, sql, anywhere } from '#platform/sql.ts'
import type { AttendanceState } from '../contract/attendance.ts'

/** `unit` is null: need to know decides who writes at a scene, whichever office they come from. */
export interface AttendanceRow extends Protected {
  readonly id: string
  readonly root: string
  readonly number: string
  readonly unit: null
  readonly office: string | null
  readonly scene_type: string
  readonly place: string
  readonly state: AttendanceState
  readonly seq: number
  readonly version: number
  readonly lead: string
  readonly opened_at: string
  readonly since: string
  readonly sensitive: boolean
}
export const attendanceRef = (id: string): Ref => ref('scenes.attendance', id)

export async function seeAttendance(
  cx: Cx,
  id: string,
  opts: { lock?: boolean } = {},
): Promise<AttendanceRow> {
  if (opts.lock) await cx.lock([attendanceRef(id)])
  const row = await cx.tx.maybe<AttendanceRow>(sql`
    select n.attendance as id, n.root, n.number, null as unit, n.unit as office, n.scene_type, a.place, n.state, n.seq, n.version, n.lead, n.opened_at, n.since,
           c.sensitive, ${visible(cx, 'n.root')} as may_see
      from scenes.attendance_now n join scenes.attendance a on a.id = n.attendance join cases.public_case c on c.id = n.root where n.attendance = ${id}`)
  if (!row) throw notFound()
  return row
}

export interface Step {
  readonly kind: 'opened' | 'arrived' | 'left' | 'signed' | 'amended'
  readonly state: AttendanceState
  readonly version?: number
  readonly words?: string | null
}
export function stepRow(
  cx: Cx,
  a: Pick<AttendanceRow, 'id' | 'root' | 'seq' | 'version'>,
  step: Step,
): CoveredRow {
  return {
    id: cx.newId(),
    root: a.root,
    attendance: a.id,
    seq: a.seq + 1,
    kind: step.kind,
    state: step.state,
    version: step.version ?? a.version,
    person: cx.actor.id,
    by_name: cx.actor.name,
    words: step.words ?? null,
    at: cx.occurredAt,
  }
}
/** The standing after a step; the row of the step goes into the entry of the act. */
export async function stepNow(
  cx: Cx,
  a: Pick<AttendanceRow, 'id' | 'seq' | 'version'>,
  step: Step,
): Promise<void> {
  await cx.tx.run(
    sql`update scenes.attendance_now set state = ${step.state}, seq = ${a.seq + 1}, version = ${step.version ?? a.version}, since = ${cx.now} where attendance = ${a.id}`,
  )
}
export const insertAttendanceNow = (
  cx: Cx,
  a: { id: string; root: string; number: string; unit: string | null; scene_type: string },
): Promise<unknown> =>
  cx.tx.run(sql`
    insert into scenes.attendance_now (attendance, root, number, unit, scene_type, state, seq, version, lead, opened_at, since)
    values (${a.id}, ${a.root}, ${a.number}, ${a.unit}, ${a.scene_type}, 'open', 1, 0, ${cx.actor.id}, ${cx.now}, ${cx.now})`)

/** What the derived tables must hold, for `custodia verify`. */
export const derived = {
  'scenes.call_out_now': `
    select c.id as call_out, c.root, c.unit, coalesce(s.kind, 'waiting') as state, coalesce(s.seq, 0) as seq, coalesce(s.people, '{}') as people, s.attendance, c.at, coalesce(s.recorded_at, c.recorded_at) as since
      from scenes.call_out c left join lateral (select * from scenes.call_out_step s where s.call_out = c.id order by s.seq desc limit 1) s on true`,
  'scenes.attendance_now': `
    select a.id as attendance, a.root, a.number, a.unit, a.scene_type, s.state, s.seq, s.version, a.recorded_by as lead, a.recorded_at as opened_at, s.recorded_at as since
      from scenes.attendance a join lateral (select * from scenes.attendance_step s where s.attendance = a.id order by s.seq desc limit 1) s on true`,
}

export interface AttendanceListed {
  readonly id: string
  readonly number: string
  readonly root: string
  readonly case_number: string
  readonly case_title: string
  readonly scene_type: string
  readonly place: string
  readonly state: AttendanceState
  readonly version: number
  readonly unit: string | null
  readonly unit_name: string | null
  readonly lead: string
  readonly lead_name: string
  readonly opened_at: string
  readonly photographs: number
  readonly items: number
}
const listed: Sql = sql`n.attendance as id, n.number, n.root, c.number as case_number, c.title as case_title, n.scene_type, a.place, n.state, n.version, n.unit, u.name as unit_name, n.lead, coalesce(p.name, '') as lead_name, n.opened_at,
  (select count(*)::int from scenes.photograph h where h.attendance = n.attendance) as photographs, (select count(*)::int from scenes.collected k where k.attendance = n.attendance) as items`
const from: Sql = sql`from scenes.attendance_now n join scenes.attendance a on a.id = n.attendance join cases.public_case c on c.id = n.root left join identity.unit u on u.id = n.unit left join identity.person p on p.id = n.lead`
export interface AttendanceFilter {
  readonly state?: string
  readonly unit?: string | undefined
  readonly case?: string | undefined
  readonly lead?: string | undefined
  readonly q?: string | undefined
}
const where = (cx: Cx, f: AttendanceFilter): Sql => sql`where ${visible(cx, 'n.root')}
  ${f.state === undefined || f.state === 'all' ? noSql : f.state === 'unsigned' ? sql`and n.state <> 'signed'` : sql`and n.state = ${f.state}`}
  ${f.unit ? sql`and n.unit = ${f.unit}` : noSql} ${f.case ? sql`and n.root = ${f.case}` : noSql} ${f.lead ? sql`and n.lead = ${f.lead}` : noSql}
  ${f.q ? sql`and (n.number ilike ${anywhere(f.q)} or c.number ilike ${anywhere(f.q)} or a.place ilike ${anywhere(f.q)})` : noSql}`
/** Newest first; the cursor is the instant and the id of the last row. */
export function listAttendances(
  cx: Cx,
  f: AttendanceFilter,
  page: { limit: number; cursor?: string | undefined },
): Promise<AttendanceListed[]> {
  const [at, id] = (page.cursor ?? '').split('|')
  return cx.tx.many<AttendanceListed>(
    sql`select ${listed} ${from} ${where(cx, f)} ${page.cursor ? sql`and (n.opened_at, n.attendance) < (${at}::timestamptz, ${id}::uuid)` : noSql} order by n.opened_at desc, n.attendance desc limit ${page.limit + 1}`,
  )
}
export const countAttendances = async (cx: Cx, f: AttendanceFilter): Promise<number> =>
  (
    await cx.tx.one<{ n: number }>(
      sql`select count(*)::int as n from (select 1 ${from} ${where(cx, f)} limit 1001) t`,
    )
  ).n
export const attendanceListed = (cx: Cx, id: string): Promise<AttendanceListed | undefined> =>
  cx.tx.maybe<AttendanceListed>(sql`select ${listed} ${from} where n.attendance = ${id}`)

export interface Written {
  readonly id: string
  readonly at: string
  readonly recorded_at: string
  readonly by_name: string
}
export const stepsOf = (cx: Pick<Cx, 'tx'>, attendance: string) =>
  cx.tx.many<Written & { kind: Step['kind']; words: string | null; person: string }>(
    sql`select id, kind, at, recorded_at, by_name, words, person from scenes.attendance_step where attendance = ${attendance} order by seq`,
  )
export interface BornRow {
  readonly call_out: string | null
  readonly call_at: string | null
  readonly district: string | null
  readonly latitude: string | null
  readonly longitude: string | null
  readonly words: string | null
}
export const bornOf = (cx: Pick<Cx, 'tx'>, id: string): Promise<BornRow> =>
  cx.tx.one<BornRow>(
    sql`select a.call_out, c.at as call_at, a.district, a.latitude::text as latitude, a.longitude::text as longitude, a.words from scenes.attendance a left join scenes.call_out c on c.id = a.call_out where a.id = ${id}`,
  )
export const recordsOf = (cx: Pick<Cx, 'tx'>, attendance: string) =>
  cx.tx.many<Written & { version: number; file: string; why: string | null; changes: string[] }>(
    sql`select id, version, file, why, changes, at, recorded_at, by_name from scenes.record where attendance = ${attendance} order by version`,
  )
export const recordFile = (cx: Cx, attendance: string, version: number | undefined) =>
  cx.tx.maybe<Protected & { file: string; name: string; root: string }>(sql`
    select r.file, a.number || '-v' || r.version || '.pdf' as name, r.root, ${visible(cx, 'r.root')} as may_see
      from scenes.record r join scenes.attendance a on a.id = r.attendance where r.attendance = ${attendance} ${version ? sql`and r.version = ${version}` : noSql} order by r.version desc limit 1`)

/** Attendances of a case that this reader may see, with the newest signed record of each. */
export function scenesOfCase(cx: Cx, root: string) {
  return cx.tx.many<{
    id: string
    number: string
    place: string
    state: string
    version: number
    opened_at: string
    people: string[] | null
    record: string | null
  }>(sql`
    select n.attendance as id, n.number, n.place, n.state, n.version, n.opened_at,
      (select array_agg(distinct p.name order by p.name) from scenes.log_entry x join identity.person p on p.id = coalesce(x.person, x.recorded_by) where x.attendance = n.attendance and x.kind = 'entered') as people, (select r.file from scenes.public_record r where r.attendance = n.attendance order by r.version desc limit 1) as record
      from scenes.public_attendance n where n.root = ${root} and ${visible(cx, 'n.root')} order by n.opened_at`)
}
