/** Counts files byte for byte in both places where they are kept, says where one is missing or changed, and orders it healed from the other when told to. */
import { awayAt } from '#platform/away.ts'
import { command } from '#platform/define.ts'
import { standsIn } from '#platform/second-place.ts'
import { placekeepers } from '../../roles.ts'
import { ComparePlaces, PlacesCompared } from '../contract/places.ts'
import { answering, healTask, twoPlaces } from '../healing.ts'
import { filesAfter, orderedAlready, placesRef } from '../store/places.ts'

export const comparePlaces = command({
  name: 'archive.compare-places',
  summary:
    'Counts files in both places where they are kept, names what differs, and orders it healed from the other.',
  who: placekeepers,
  input: ComparePlaces,
  output: PlacesCompared,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    const { near: nearBy, far: farOff } = twoPlaces(cx.ground)
    const files = await filesAfter(cx, input.after ?? '', input.most)
    const wrong = []
    for (const sha256 of files) {
      const near = await answering(() => standsIn(nearBy, sha256))
      const far = await answering(() => standsIn(farOff, sha256))
      if (near === 'whole' && far === 'whole') continue
      // A master that lies in a cold store by intent is neither missed near by nor fetched back.
      if (near === 'missing' && far !== 'changed' && (await awayAt(cx.ground.files, sha256))) continue
      wrong.push({ sha256, near, far, heals: input.heal && (near === 'whole' || far === 'whole') })
    }
    const id = cx.newId()
    const had = await orderedAlready(
      cx,
      wrong.map((w) => w.sha256),
    )
    const healing = wrong
      .filter((w) => w.heals)
      .map((w) => ({
        id: cx.newId(),
        count: id,
        sha256: w.sha256,
        place: w.near === 'whole' ? 'far' : 'near',
        found: w.near === 'whole' ? w.far : w.near,
      }))
      .filter((h) => !had.has(h.place + h.sha256))
    await cx.record({
      subject: placesRef(id),
      facts: { compared: files.length, wrong: wrong.map((w) => ({ ...w })), ordered: healing.length },
      rows: { 'archive.healing': healing },
    })
    if (healing.length > 0) await cx.ground.queue(cx.tx, healTask, {}, { key: healTask })
    return {
      id,
      compared: files.length,
      wrong,
      ordered: healing.length,
      next: files.length === input.most ? (files.at(-1) ?? null) : null,
    }
  },
})
