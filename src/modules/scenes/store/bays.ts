/** The SQL of bays: what was booked, what became of it, which attendance examined which vehicle. */
import { visible } from '#identity/sight.ts'
import { ref, type Ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import type { CoveredRow, Cx, Protected } from '#platform/cx.ts'
import { noSql, type Sql, sql } from '#platform/sql.ts'
import type { BookingStanding, Kept } from '../rules/bays.ts'

export const bookingRef = (id: string): Ref => ref('scenes.bay-booking', id)
/** The head of the place itself is what two bookings of one bay wait for. */
export const bayLock = (place: string): Ref => ref('evidence.location', place)

export interface BookingRow extends Protected, Kept {
  readonly id: string
  readonly root: string
  readonly name: string
  readonly capacity: number
  readonly state: BookingStanding
  readonly seq: number
  readonly attendance: string | null
  readonly attendance_number: string | null
  readonly words: string | null
  readonly by_name: string
}
/** Free again from the hour at which the vehicle was given back. */
const until: Sql = sql`case when s.kind = 'released' then least(b.until_at, s.at) else b.until_at end`
const booked = (cx: Cx): Sql => sql`
  select b.id, b.root, null as unit, b.thing, b.place, b.place_name as name, b.capacity, b.from_at as "from", ${until} as until, b.words, b.by_name,
         coalesce(s.kind, 'booked') as state, coalesce(s.seq, 0) as seq, e.attendance, n.number as attendance_number, ${visible(cx, 'b.root')} as may_see
    from scenes.bay_booking b
    left join lateral (select kind, seq, at from scenes.bay_step where booking = b.id order by seq desc limit 1) s on true
    left join lateral (select attendance from scenes.bay_step where booking = b.id and attendance is not null limit 1) e on true
    left join scenes.attendance_now n on n.attendance = e.attendance`

export async function seeBooking(cx: Cx, id: string): Promise<BookingRow> {
  await cx.lock([bookingRef(id)])
  const row = await cx.tx.maybe<BookingRow>(sql`${booked(cx)} where b.id = ${id}`)
  if (!row) throw notFound()
  return row
}
/** What stands in the way of a time: of this bay, whoever's case it is, and of this vehicle. */
export const keptBeside = (
  cx: Cx,
  of: { place: string } | { thing: string },
  span: { from: string; until: string },
): Promise<Kept[]> =>
  cx.tx.many<Kept>(sql`
    select thing, place, "from", until from (${booked(cx)}) k
     where ${'place' in of ? sql`place = ${of.place}` : sql`thing = ${of.thing}`} and state <> 'cancelled' and "from" < ${span.until}::timestamptz and until > ${span.from}::timestamptz`)
/** Of every bay in which something was booked in these days; of a case that the reader may not see nothing but the hours. */
export const bookingsIn = (
  cx: Cx,
  span: { from: string; until: string; unit?: string | undefined },
): Promise<BookingRow[]> =>
  cx.tx.many<BookingRow>(sql`
    select k.* from (${booked(cx)}) k join scenes.bay_booking b on b.id = k.id
     where k.state <> 'cancelled' and k."from" < ${span.until}::timestamptz and k.until > ${span.from}::timestamptz ${span.unit ? sql`and b.unit = ${span.unit}` : noSql}
     order by k.name, k."from", k.id limit 1000`)
/** The booking in which a vehicle is examined by this attendance; undefined where the scene is no vehicle. */
export const bookingOf = (cx: Cx, attendance: string): Promise<BookingRow | undefined> =>
  cx.tx.maybe<BookingRow>(sql`select * from (${booked(cx)}) k where attendance = ${attendance}`)

export const bayStep = (
  cx: Cx,
  b: Pick<BookingRow, 'id' | 'root' | 'seq'>,
  step: { kind: 'examined' | 'released' | 'cancelled'; attendance?: string | null; words?: string | null },
): CoveredRow => ({
  id: cx.newId(),
  root: b.root,
  booking: b.id,
  seq: b.seq + 1,
  kind: step.kind,
  attendance: step.attendance ?? null,
  words: step.words ?? null,
  by_name: cx.actor.name,
  at: cx.occurredAt,
})
