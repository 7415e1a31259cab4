/** The store as a map: site, room, rack, shelf, box, with what stands where and the dangers there. */
import { actionsOf } from '#platform/actions.ts'
import { no, notFound, unless, yes } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { StoreMap, StoreMapSeen } from '../contract.ts'
import { readers } from '../../roles.ts'
import { linesOf } from '../../things/lines.ts'
import { namesFor } from '../../things/store/chain.ts'
import { findItems } from '../../things/store/lists.ts'
import { openingOf, placesAround } from '../store/stores.ts'
import { temperatureWords } from '../temperature.ts'

export const storeMap = query({
  name: 'evidence.store-map',
  summary:
    'Shows the store as a map: site, room, rack, shelf, box, with what stands where and the dangers there.',
  who: readers,
  input: StoreMap,
  output: StoreMapSeen,
  async run(cx, input) {
    cx.allow(null)
    const places = await placesAround(cx, input.place, input.unit)
    // A place of another office is told as one that is not there.
    if (input.place && places.length === 0) throw notFound()
    const opening = input.place ? await openingOf(cx, input.place) : undefined
    const found = input.place
      ? await findItems(cx, { state: 'here', holder: input.place, sort: 'number', limit: 200 })
      : { rows: [] }
    const names = await namesFor(
      cx,
      [...new Set(places.flatMap((p) => p.hazards))].map((h) => ['hazard', h] as const),
      [],
      cx.say('evidence.language') === 'es' ? 'es' : 'en',
    )
    return {
      places: places.map((p) => ({
        id: p.id,
        parent: p.parent,
        unit: p.unit,
        unitName: p.unit_name,
        code: p.code,
        name: p.name,
        kind: p.kind,
        witness: p.witness,
        guns: p.guns,
        temporary: p.temporary,
        keeps: temperatureWords(cx.say, p.keeps),
        room: p.room,
        filled: p.filled,
        capacity: p.capacity,
        here: p.here,
        beneath: p.beneath,
        hazards: p.hazards,
        dangers: p.hazards.map((h) => names.code('hazard', h)),
      })),
      items: await linesOf(cx, found.rows),
      openedAt: opening?.at ?? null,
      actions: actionsOf(
        cx,
        { may_see: true },
        {
          'evidence.define-location': yes,
          'evidence.store-item': yes,
          ...(input.place
            ? {
                'evidence.open-store': unless(
                  !opening,
                  no('evidence.store-opened', {}, 'evidence.next-register-found'),
                ),
                'evidence.register-found-item': yes,
                'evidence.start-stock-take': yes,
              }
            : {}),
        },
      ),
    }
  },
})
