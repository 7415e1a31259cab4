/** Deaths of one circumstance (drugs, as a rule) as points of a map, rounded to about a kilometre: month, district and codes, nothing of anybody. */
import { DeathMap } from '#modules/death/contract.ts'
import { deathsAsPoints } from '#modules/death/public.ts'
import { stream } from '#platform/define.ts'
import { counters } from '../roles.ts'

export const mapDeaths = stream({
  name: 'exchange.map-deaths',
  summary: 'Deaths of one circumstance as points of a map (GeoJSON), rounded to about a kilometre.',
  who: counters,
  reads: 'sensitive',
  input: DeathMap,
  async run(cx, input) {
    cx.allow(null)
    const map = await deathsAsPoints(cx, input.circumstance, input)
    return {
      name: `deaths-${input.circumstance}.geojson`,
      mediaType: 'application/geo+json',
      bytes: Buffer.from(JSON.stringify(map)),
    }
  },
})
