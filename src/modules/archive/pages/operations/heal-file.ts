/** Heals one file that was ordered healed, and says what became of it; by itself within the minute, by hand when somebody cannot wait. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { placekeepers } from '../../roles.ts'
import { heldFile } from '#platform/destroying.ts'
import { heal, standsIn } from '#platform/second-place.ts'
import { FileHealed, HealFile, type HealOutcome } from '../contract/places.ts'
import { answering, twoPlaces } from '../healing.ts'
import { placesRef, seeHealing } from '../store/places.ts'

export const healFile = command({
  name: 'archive.heal-file',
  summary:
    'Takes a file that was ordered healed from the place where it is whole, and says what became of it.',
  who: placekeepers,
  input: HealFile,
  output: FileHealed,
  async run(cx, input) {
    cx.allow(null)
    const places = twoPlaces(cx.ground)
    await cx.lock([placesRef((await seeHealing(cx, input.healing)).count)])
    const h = await seeHealing(cx, input.healing)
    refuseUnless(unless(h.outcome === null, no('archive.healing-ended')))
    const [to, from] = h.place === 'near' ? [places.near, places.far] : [places.far, places.near]
    // Held until this ends: what the law orders destroyed meanwhile waits, and what was destroyed does not come back.
    const there = await heldFile(cx.tx, h.sha256)
    const done = async (): Promise<HealOutcome> => {
      if (!there) return 'destroyed'
      if ((await standsIn(to, h.sha256)) === 'whole') return 'healed'
      if ((await standsIn(from, h.sha256)) !== 'whole') return 'no-whole-copy'
      await heal(to, from, h.sha256)
      return 'healed'
    }
    const outcome = await answering(done)
    const id = cx.newId()
    await cx.record({
      subject: placesRef(h.count),
      facts: { file: h.sha256, place: h.place, outcome },
      rows: { 'archive.healing_end': [{ id, healing: h.id, outcome }] },
    })
    return { id: h.id, sha256: h.sha256, outcome }
  },
})
