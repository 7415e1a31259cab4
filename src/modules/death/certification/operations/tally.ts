/** Counts deaths by the year in which somebody died and by manner; those whose manner nobody gave are counted as such. */
import { query } from '#platform/define.ts'
import { Tally, TallySeen } from '../contract.ts'
import { namesOf } from '../../call/store/names.ts'
import { readers } from '../../roles.ts'
import { tallyOf } from '../store/tally.ts'

export const tally = query({
  name: 'death.tally',
  summary: 'Counts deaths by the year in which somebody died and by manner.',
  who: readers,
  input: Tally,
  output: TallySeen,
  async run(cx, input) {
    cx.allow(null)
    const rows = await tallyOf(cx, input)
    const names = await namesOf(
      cx,
      rows.map((r) => ['manner', r.manner] as const),
    )
    return {
      definition: cx.say('death.tally-definition'),
      items: rows.map((r) => ({ year: r.year, manner: names.of('manner', r.manner), n: r.n, male: r.male })),
    }
  },
})
