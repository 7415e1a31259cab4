/** Opens a store that was there before this record: from now on what stands in it is registered as found here. */
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../../things/contract.ts'
import { OpenStore } from '../contract.ts'
import { happened } from '../../things/change-of-hands.ts'
import { keepers } from '../../roles.ts'
import { placeById } from '../../things/store/hands.ts'
import { openingOf } from '../store/stores.ts'

export const openStore = command({
  name: 'evidence.open-store',
  summary:
    'Opens a store that was there before this record: from now on what stands in it is registered as found here.',
  who: keepers,
  input: OpenStore,
  output: Done,
  async run(cx, input) {
    happened(cx)
    await cx.lock([ref('evidence.location', input.place)])
    const place = await placeById(cx, input.place)
    cx.allow({ may_see: true, unit: place.unit })
    const opened = await openingOf(cx, place.id)
    refuseUnless(unless(!opened, no('evidence.store-opened', {}, 'evidence.next-register-found')))
    const id = input.id ?? cx.newId()
    await cx.record({
      subject: ref('evidence.location', place.id),
      root: null,
      facts: { opening: id },
      rows: {
        'evidence.store_opening': [
          {
            id,
            place: place.id,
            unit: place.unit,
            at: cx.occurredAt,
            by_name: cx.actor.name,
            words: input.words ?? null,
          },
        ],
      },
    })
    return { id }
  },
})
