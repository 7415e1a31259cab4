/** The SQL of appointments: the counters that have hours, what is booked, and what the reader may see of it. */
import { visible } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import { codesOf } from '#modules/catalogue/public.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { joinSql, type Sql, sql } from '#platform/sql.ts'
import type { CounterHours, Taken } from '../rules/times.ts'
import { cursorAfter, cursorBeyond } from './cursor.ts'

export interface Counter {
  readonly id: string
  readonly name: string
  readonly hours: CounterHours
}
/** Counters with hours in the laboratory's list, as it stands on a day. */
export async function countersOn(cx: Cx, day?: string): Promise<Counter[]> {
  const hours = (await codesOf(cx, 'counter-hours', day)).map((c) => (c.data ?? {}) as HoursData)
  const units = await cx.tx.many<{ id: string; code: string; name: string }>(
    sql`select id, code, name from identity.unit where code = any(${hours.map((h) => h.unit ?? '')}) order by name, id`,
  )
  return units.flatMap(({ id, code, name }) => {
    const data = hours.find((h) => h.unit === code)
    return data ? [{ id, name, hours: hoursOf(data) }] : []
  })
}
type HoursData = Partial<CounterHours> & { readonly unit?: string }
const hoursOf = (data: HoursData): CounterHours => ({
  days: (data.days ?? []).map(Number),
  from: data.from ?? '08:00',
  until: data.until ?? '08:00',
  minutes: Math.max(5, Number(data.minutes ?? 30)),
  together: Math.max(1, Number(data.together ?? 1)),
  closed: data.closed ?? [],
})

export async function counterOn(cx: Cx, id: string, day: string): Promise<Counter> {
  const counter = (await countersOn(cx, day)).find((c) => c.id === id)
  if (!counter) throw notFound()
  return counter
}

/** What is booked from an instant on, before another: times and persons only, which whoever books is not shown. */
export const takenBetween = (cx: Cx, unit: string, from: string, before: string) =>
  cx.tx.many<Taken>(sql`
    select a.starts_at, a.person from portal.appointment a
     where a.unit = ${unit} and a.starts_at >= ${from}::timestamptz and a.starts_at < ${before}::timestamptz
       and not exists (select 1 from portal.appointment_withdrawn w where w.appointment = a.id)`)

export interface AppointmentRow extends Protected {
  readonly id: string
  readonly root: string
  readonly starts_at: string
  readonly minutes: number
  readonly counter: string
  readonly counter_name: string
  readonly by_name: string
  readonly person: string
  readonly submission: string | null
  readonly withdrawn: boolean
}
const columns = (cx: Cx): Sql => sql`
  a.id, a.root, a.starts_at, a.minutes, a.unit as counter, u.name as counter_name, a.by_name, a.person, a.submission,
  exists (select 1 from portal.appointment_withdrawn w where w.appointment = a.id) as withdrawn, ${visible(cx, 'a.root')} as may_see`
const from = sql`portal.appointment a join identity.unit u on u.id = a.unit`

export async function appointmentById(cx: Cx, id: string): Promise<AppointmentRow> {
  const row = await cx.tx.maybe<AppointmentRow>(sql`select ${columns(cx)} from ${from} where a.id = ${id}`)
  if (!row) throw notFound()
  return row
}

/** From an instant on, the next first; those given back are left out. */
export async function listAppointments(
  cx: Cx,
  f: { limit: number; cursor?: string | undefined; counter?: string | undefined },
  since: string,
  before: string | null,
) {
  const where: Sql[] = [
    visible(cx, 'a.root'),
    sql`a.starts_at >= ${since}::timestamptz`,
    sql`not exists (select 1 from portal.appointment_withdrawn w where w.appointment = a.id)`,
    ...(before ? [sql`a.starts_at < ${before}::timestamptz`] : []),
    ...(f.counter ? [sql`a.unit = ${f.counter}`] : []),
    ...cursorBeyond(f.cursor, sql`a.starts_at`, sql`a.id`),
  ]
  const rows = await cx.tx.many<AppointmentRow>(
    sql`select ${columns(cx)} from ${from} where ${joinSql(where, ' and ')} order by a.starts_at, a.id limit ${f.limit + 1}`,
  )
  return cursorAfter(rows, f.limit, (row) => row.starts_at)
}
