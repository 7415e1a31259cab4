/** The bays and what is booked in them, day by day; of a case that the reader may not see the hours alone. */
import { seeItems } from '#modules/evidence/public.ts'
import { dayOfInstant, instantAt } from '#kernel/calendar.ts'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import type { Cx } from '#platform/cx.ts'
import { BayList, Bays } from '../contract.ts'
import type { BaySeen } from '../contract.ts'
import { readers } from '../roles.ts'
import { mayCancel, mayExamine, type VehicleStanding } from '../rules.ts'
import { type BookingRow, bookingsIn } from '../store/bays.ts'

const DAY_MS = 86_400_000

function bookingSeen(
  cx: Cx,
  b: BookingRow,
  v: (VehicleStanding & { id: string; description: string }) | undefined,
) {
  if (!v)
    return {
      id: b.id,
      from: b.from,
      until: b.until,
      state: b.state,
      vehicle: null,
      attendance: null,
      by: null,
      words: null,
      actions: [],
    }
  return {
    id: b.id,
    from: b.from,
    until: b.until,
    state: b.state,
    vehicle: {
      id: v.id,
      number: v.number,
      description: v.description,
      holder: v.holder?.name ?? null,
    },
    attendance: b.attendance ? { id: b.attendance, number: b.attendance_number ?? '' } : null,
    by: b.by_name,
    words: b.words,
    actions: actionsOf(cx, b, {
      'scenes.examine-vehicle': mayExamine(b, v, { me: cx.actor.id, now: cx.now }),
      'scenes.cancel-bay': mayCancel(b.state),
    }),
  }
}

export const bays = query({
  name: 'scenes.bays',
  summary: 'The bays and which vehicle stands in which, day by day.',
  who: readers,
  input: Bays,
  output: BayList,
  async run(cx, input) {
    cx.allow(null)
    const day = input.from ?? dayOfInstant(cx.now)
    const from = instantAt(day, '00:00')
    const until = new Date(Date.parse(from) + input.days * DAY_MS).toISOString() // tidy: clock-free, the instant is given
    const rows = await bookingsIn(cx, { from, until, unit: input.unit })
    const seen = rows.filter((b) => b.may_see).map((b) => b.thing)
    const vehicles = new Map((await seeItems(cx, [...new Set(seen)])).map((v) => [v.id, v]))
    const items = new Map<string, BaySeen>()
    for (const b of rows) {
      const bay = items.get(b.place) ?? { id: b.place, name: b.name, capacity: b.capacity, bookings: [] }
      bay.bookings.push(bookingSeen(cx, b, b.may_see ? vehicles.get(b.thing) : undefined))
      items.set(b.place, bay)
    }
    return { from: day, days: input.days, items: [...items.values()] }
  },
})
