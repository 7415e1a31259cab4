/** The outlines of districts or precincts, as the laboratory's lists have them, with the name of the drawing, for a map of counts. */
import { query } from '#platform/define.ts'
import { MapAsked, MapSeen } from '../contract.ts'
import { placesOf } from '../outlines.ts'
import { readers } from '../roles.ts'

export const map = query({
  name: 'observatory.map',
  summary:
    'The outlines of districts or precincts and which drawing of the boundaries it is, for a map of counts.',
  who: readers,
  input: MapAsked,
  output: MapSeen,
  async run(cx, input) {
    cx.allow(null)
    const places = await placesOf(cx, input.layer)
    const drawings = new Set(places.flatMap((p) => p.boundary ?? []))
    return {
      places: places.map(({ code, label, outline }) => ({ code, label, outline })),
      boundaries: [...drawings].join('; ') || null,
    }
  },
})
