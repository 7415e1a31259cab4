/** Files that were found broken in one of their places, and what became of each. */
import { query } from '#platform/define.ts'
import { placekeepers } from '../../roles.ts'
import { HealingList, Healings } from '../contract/places.ts'
import { listHealings } from '../store/places.ts'

export const healings = query({
  name: 'archive.healings',
  summary: 'Lists files that were found broken in one of their two places, and what became of each.',
  who: placekeepers,
  input: Healings,
  output: HealingList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await listHealings(cx, input.state === 'open', input)
    const shown = rows.slice(0, input.limit)
    return {
      twoPlaces: cx.ground.files.places !== undefined,
      items: shown.map((h) => ({
        id: h.id,
        sha256: h.sha256,
        place: h.place,
        found: h.found,
        orderedAt: h.ordered_at,
        outcome: h.outcome,
        endedAt: h.ended_at,
      })),
      nextCursor: rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null,
    }
  },
})
