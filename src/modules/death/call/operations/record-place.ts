/** States where and when somebody was last alive, was injured, died or was found, as it is known now. */
import { command } from '#platform/define.ts'
import { Done, RecordPlace } from '../contract.ts'
import { checkPlace, placeRow } from '../places.ts'
import { investigators } from '../../roles.ts'
import { deathRef, placesOf, seeDeath } from '../store/deaths.ts'
import { refreshDeaths } from '../store/standing.ts'

export const recordPlace = command({
  name: 'death.record-place',
  summary: 'States where and when somebody was last alive, was injured, died or was found.',
  who: investigators,
  input: RecordPlace,
  output: Done,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    const { kind, death: _, ...place } = input
    await checkPlace(cx, place)
    const before = (await placesOf(cx, death.root)).find((p) => p.kind === kind)
    const row = placeRow(cx, death.root, kind, (before?.seq ?? 0) + 1, place)
    await cx.record({
      subject: deathRef(death.id),
      root: death.root,
      facts: { place: kind, on: place.on ?? null, again: before !== undefined },
      rows: { 'death.place': [row] },
    })
    await refreshDeaths(cx, [death.root])
    return { id: row.id }
  },
})
