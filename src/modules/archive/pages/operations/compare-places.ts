/** Counts files byte for byte in both places where they are kept, says where one is missing or changed, and heals it from the other when told to. */
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { type Standing, heal, standsIn } from '#platform/second-place.ts'
import { ComparePlaces, PlacesCompared } from '../contract/places.ts'
import { isColdFile } from '../store/cold.ts'
import { filesAfter } from '../store/places.ts'

export const comparePlaces = command({
  name: 'archive.compare-places',
  summary:
    'Counts files in both places where they are kept, names what differs, and heals it from the other.',
  who: ['quality-manager', 'director', 'administrator'],
  input: ComparePlaces,
  output: PlacesCompared,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    const { places } = cx.ground.files
    refuseUnless(unless(places !== undefined, no('archive.one-place', {}, 'archive.next-second-place')))
    if (!places) throw new Error('Defect: unreachable')
    const files = await filesAfter(cx, input.after ?? '', input.most)
    const wrong: { sha256: string; near: Standing; far: Standing; healed: boolean }[] = []
    for (const sha256 of files) {
      const near = await standsIn(places.near, sha256)
      const far = await standsIn(places.far, sha256)
      if (near === 'whole' && far === 'whole') continue
      // A master that lies in a cold store by intent is neither missed near by nor fetched back.
      if (near === 'missing' && far !== 'changed' && (await isColdFile(cx.ground, sha256))) continue
      const can = input.heal && (near === 'whole' || far === 'whole')
      if (can && near !== 'whole') await heal(places.near, places.far, sha256)
      if (can && far !== 'whole') await heal(places.far, places.near, sha256)
      wrong.push({ sha256, near, far, healed: can })
    }
    const id = cx.newId()
    const healed = wrong.filter((w) => w.healed).length
    await cx.record({
      subject: ref('archive.places', id),
      facts: { compared: files.length, wrong: wrong.map((w) => ({ ...w })), healed },
    })
    return {
      id,
      compared: files.length,
      wrong,
      healed,
      next: files.length === input.most ? (files.at(-1) ?? null) : null,
    }
  },
})
