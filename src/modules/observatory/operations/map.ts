/** The outlines of the districts, as the laboratory's list has them, for a map of counts. */
import { codesOf } from '#modules/catalogue/public.ts'
import { query } from '#platform/define.ts'
import { MapAsked, MapSeen, Outline } from '../contract.ts'
import { readers } from '../roles.ts'

export const map = query({
  name: 'observatory.map',
  summary: 'The outlines of the districts, for a map of counts.',
  who: readers,
  input: MapAsked,
  output: MapSeen,
  async run(cx) {
    cx.allow(null)
    const places = (await codesOf(cx, 'district')).flatMap((d) => {
      const outline = Outline.safeParse(ringsOf((d.data as { outline?: unknown } | null)?.outline))
      return [{ code: d.code, label: d[cx.language], outline: outline.success ? outline.data : [] }]
    })
    return { places }
  },
})

/** Rings as they stand in the list: longitude and latitude by turns, rings apart by a semicolon. */
function ringsOf(text: unknown): number[][][] {
  if (typeof text !== 'string') return []
  return text.split(';').map((ring) => {
    const numbers = ring.trim().split(/\s+/).map(Number)
    return Array.from({ length: Math.floor(numbers.length / 2) }, (_, i) => numbers.slice(2 * i, 2 * i + 2))
  })
}
