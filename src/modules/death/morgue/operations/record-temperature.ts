/** Writes down the temperature of a unit of the morgue as it was read. */
import { placeById } from '#modules/evidence/public.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../../call/contract.ts'
import { RecordTemperature } from '../contract.ts'
import { morguePeople } from '../../roles.ts'

export const recordTemperature = command({
  name: 'death.record-temperature',
  summary: 'Writes down the temperature of a unit of the morgue as it was read.',
  who: morguePeople,
  input: RecordTemperature,
  output: Done,
  async run(cx, input) {
    const place = await placeById(cx, input.place)
    cx.allow({ may_see: true, unit: place.unit })
    const at = input.at ?? cx.occurredAt
    refuseUnless(unless(Date.parse(at) <= Date.parse(cx.now), no('death.not-yet')))
    const id = cx.newId()
    await cx.record({
      subject: ref('evidence.location', place.id),
      root: null,
      facts: { celsius: input.celsius, at },
      rows: {
        'death.reading': [{ id, place: place.id, celsius: input.celsius, at, words: input.words ?? null }],
      },
    })
    return { id }
  },
})
