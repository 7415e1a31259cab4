/** Keeps a bay for a vehicle from one hour to another; a bay takes no more at once than it has room for. */
import { codeOf } from '#modules/catalogue/public.ts'
import { placeById, seeItem } from '#modules/evidence/public.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import type { Cx } from '#platform/cx.ts'
import { BookBay, Done } from '../contract.ts'
import { attending } from '../roles.ts'
import { mayBook } from '../rules.ts'
import { bayLock, bookingRef, keptBeside } from '../store/bays.ts'

/** The laboratory's own list says which kinds of things are vehicles. */
async function isVehicle(cx: Cx, type: string | null): Promise<boolean> {
  if (!type) return false
  const { data } = await codeOf(cx, 'item-type', type)
  return (data as { class?: string } | null)?.class === 'vehicle'
}

export const bookBay = command({
  name: 'scenes.book-bay',
  summary: 'Keeps a bay for a vehicle from one hour to another.',
  who: attending,
  input: BookBay,
  output: Done,
  async run(cx, input) {
    await cx.lock([bayLock(input.place), `evidence.item/${input.thing}`])
    const vehicle = await seeItem(cx, input.thing)
    cx.allow(vehicle)
    const place = await placeById(cx, input.place)
    const span = { from: input.from, until: input.until }
    const capacity = place.capacity ?? 1
    const wanted = { ...span, thing: vehicle.id, place: place.id, number: vehicle.number, name: place.path }
    refuseUnless(
      mayBook(
        { ...wanted, capacity },
        {
          ofPlace: await keptBeside(cx, { place: place.id }, span),
          ofThing: await keptBeside(cx, { thing: vehicle.id }, span),
          vehicle: await isVehicle(cx, vehicle.type),
          now: cx.now,
        },
      ),
    )
    const id = input.id ?? cx.newId()
    await cx.record({
      subject: bookingRef(id),
      root: vehicle.root,
      facts: { place: place.id, thing: vehicle.id, from: input.from, until: input.until },
      rows: {
        'scenes.bay_booking': [
          {
            id,
            root: vehicle.root,
            place: place.id,
            place_name: place.path,
            unit: place.unit,
            capacity,
            thing: vehicle.id,
            from_at: input.from,
            until_at: input.until,
            words: input.words ?? null,
            by_name: cx.actor.name,
            at: cx.occurredAt,
          },
        ],
      },
    })
    return { id }
  },
})
