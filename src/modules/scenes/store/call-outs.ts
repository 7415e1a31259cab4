/** The SQL of calls and of who is on duty. */
import { visible } from '#identity/sight.ts'
import { ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import type { CoveredRow, Cx, Protected } from '#platform/cx.ts'
import { noSql, sql, anywhere } from '#platform/sql.ts'
import type { CallOutState } from '../rules.ts'

export interface CallOutRow extends Protected {
  readonly id: string
  readonly root: string
  readonly unit: string
  readonly state: CallOutState
  readonly seq: number
  readonly people: string[]
  readonly attendance: string | null
  readonly scene_type: string
  readonly place: string
  readonly district: string | null
  readonly latitude: string | null
  readonly longitude: string | null
  readonly words: string | null
  readonly at: string
}

export async function seeCallOut(cx: Cx, id: string, opts: { lock?: boolean } = {}): Promise<CallOutRow> {
  if (opts.lock) await cx.lock([ref('scenes.call-out', id)])
  const row = await cx.tx.maybe<CallOutRow>(sql`
    select n.call_out as id, n.root, n.unit, n.state, n.seq, n.people, n.attendance, c.scene_type, c.place, c.district,
           c.latitude::text as latitude, c.longitude::text as longitude, c.words, n.at, ${visible(cx, 'n.root')} as may_see
      from scenes.call_out_now n join scenes.call_out c on c.id = n.call_out where n.call_out = ${id}`)
  if (!row) throw notFound()
  return row
}

export interface CallStep {
  readonly kind: 'dispatched' | 'declined' | 'attended'
  readonly people?: readonly string[]
  readonly vehicle?: string | null
  readonly code?: string | null
  readonly words?: string | null
  readonly attendance?: string | null
}
/** The covered row of a step, and the standing after it. */
export async function stepCall(cx: Cx, call: CallOutRow, step: CallStep): Promise<CoveredRow> {
  const people = step.people ?? call.people
  await cx.tx.run(sql`
    update scenes.call_out_now set state = ${step.kind}, seq = ${call.seq + 1}, people = ${people as string[]}, attendance = ${step.attendance ?? call.attendance}, since = ${cx.now}
     where call_out = ${call.id}`)
  return {
    id: cx.newId(),
    root: call.root,
    call_out: call.id,
    seq: call.seq + 1,
    kind: step.kind,
    people: people as string[],
    vehicle: step.vehicle ?? null,
    code: step.code ?? null,
    words: step.words ?? null,
    attendance: step.attendance ?? call.attendance,
    at: cx.occurredAt,
  }
}

export const insertCallNow = (cx: Cx, c: { id: string; root: string; unit: string }): Promise<unknown> =>
  cx.tx.run(sql`
    insert into scenes.call_out_now (call_out, root, unit, state, seq, people, attendance, at, since)
    values (${c.id}, ${c.root}, ${c.unit}, 'waiting', 0, '{}', null, ${cx.occurredAt}, ${cx.now})`)

export interface CallOutListed {
  readonly id: string
  readonly root: string
  readonly case_number: string
  readonly case_title: string
  readonly unit: string
  readonly unit_name: string
  readonly scene_type: string
  readonly place: string
  readonly district: string | null
  readonly latitude: string | null
  readonly longitude: string | null
  readonly words: string | null
  readonly caller: { readonly name: string; readonly where?: string | null } | null
  readonly state: CallOutState
  readonly people: { id: string; name: string }[]
  readonly attendance: { id: string; number: string } | null
  readonly at: string
  readonly since: string
  readonly code: string | null
  readonly step_words: string | null
}
interface Filter {
  readonly state: string
  readonly unit?: string | undefined
  readonly case?: string | undefined
  readonly q?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}
/** What waits first, oldest first; what is over newest first. The cursor is the instant and the id of the last row. */
export function listCallOuts(cx: Cx, f: Filter): Promise<CallOutListed[]> {
  const [at, id] = (f.cursor ?? '').split('|')
  const open = f.state === 'open'
  const after = !f.cursor
    ? noSql
    : open
      ? sql`and (n.at, n.call_out) > (${at}::timestamptz, ${id}::uuid)`
      : sql`and (n.at, n.call_out) < (${at}::timestamptz, ${id}::uuid)`
  return cx.tx.many<CallOutListed>(sql`
    select n.call_out as id, n.root, k.number as case_number, k.title as case_title, n.unit, u.name as unit_name, c.scene_type, c.place, c.district,
           c.latitude::text as latitude, c.longitude::text as longitude, c.words, v.value as caller, n.state, n.at, n.since, s.code, s.words as step_words,
           coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name) from identity.person p where p.id = any(n.people)), '[]') as people,
           (select jsonb_build_object('id', a.id, 'number', a.number) from scenes.attendance a where a.id = n.attendance) as attendance
      from scenes.call_out_now n join scenes.call_out c on c.id = n.call_out join cases.public_case k on k.id = n.root join identity.unit u on u.id = n.unit
      left join ledger.vault v on v.id = c.vault left join scenes.call_out_step s on s.call_out = n.call_out and s.seq = n.seq
     where ${visible(cx, 'n.root')} ${open ? sql`and n.state in ('waiting','dispatched')` : f.state === 'all' ? noSql : sql`and n.state = ${f.state}`}
       ${f.unit ? sql`and n.unit = ${f.unit}` : noSql} ${f.case ? sql`and n.root = ${f.case}` : noSql}
       ${f.q ? sql`and (c.place ilike ${anywhere(f.q)} or k.number ilike ${anywhere(f.q)})` : noSql} ${after}
     order by ${open ? sql`n.at, n.call_out` : sql`n.at desc, n.call_out desc`} limit ${f.limit + 1}`)
}

export interface OnDuty {
  readonly unit: { id: string; name: string }
  readonly person: { id: string; name: string }
  readonly phone: string | null
  readonly duty: 'first' | 'second' | 'supervisor'
  readonly from: string
  readonly until: string
  readonly busy: boolean
}
/** Of each office the newest roster for that day holds alone: whoever was taken off it is not on call. */
export function onDuty(
  cx: Pick<Cx, 'tx'>,
  at: string,
  day: string,
  unit: string | undefined,
): Promise<OnDuty[]> {
  return cx.tx.many<OnDuty>(sql`
    with holds as (select distinct on (r.unit) r.id, r.unit from scenes.roster r where r.from_on <= ${day}::date and r.until_on >= ${day}::date order by r.unit, r.recorded_at desc, r.id desc)
    select jsonb_build_object('id', u.id, 'name', u.name) as unit, jsonb_build_object('id', p.id, 'name', p.name) as person, p.phone, d.duty, d.from_at as "from", d.until_at as "until",
           exists (select 1 from scenes.call_out_now n left join scenes.attendance_now a on a.attendance = n.attendance
                    where p.id = any(n.people) and (n.state = 'dispatched' or (n.state = 'attended' and a.state in ('open','at-scene')))) as busy
      from holds h join scenes.duty d on d.roster = h.id join identity.person p on p.id = d.person join identity.unit u on u.id = h.unit
     where d.from_at <= ${at}::timestamptz and d.until_at > ${at}::timestamptz ${unit ? sql`and h.unit = ${unit}` : noSql}
     order by u.name, array_position(array['first','second','supervisor'], d.duty), p.name`)
}
