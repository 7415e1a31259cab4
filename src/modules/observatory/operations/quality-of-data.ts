/** For each thing that can be said of a victim, of how many it is known, of how many unknown, and of how many nobody has said it yet. */
import { query } from '#platform/define.ts'
import { knownAt, oversees } from '../asking.ts'
import { sharedInstant } from '../careful.ts'
import { QualityOfData, QualitySeen } from '../contract.ts'
import { readers } from '../roles.ts'
import { rounded } from '../rules/rounding.ts'
import { datasetOf } from '../store/datasets.ts'
import { type Sum, absentCounts } from '../store/quality.ts'

export const qualityOfData = query({
  name: 'observatory.quality-of-data',
  summary: 'Of how many victims each thing is known, unknown, or not yet said.',
  who: readers,
  input: QualityOfData,
  output: QualitySeen,
  async run(cx, input) {
    cx.allow(null)
    const known = await knownAt(cx, undefined)
    const asOf = await sharedInstant(cx, 'victims', known.asOf)
    const show = ({ n, key }: Sum): number => (oversees(cx) ? n : rounded(n, key % 4_294_967_296))
    const dimensions = datasetOf.victims.dimensions.filter((d) => !d.many)
    const { total, counts } = await absentCounts(cx, dimensions, input.year, asOf)
    return {
      asOf,
      keptUpTo: known.keptUpTo,
      total: show(total),
      items: dimensions.flatMap((d) => {
        const absent = counts.get(d.key)
        if (!absent) return []
        const sums = Object.values(absent)
        const rest = (of: 'n' | 'key'): number => sums.reduce((left, sum) => left - sum[of], total[of])
        return [
          {
            key: d.key,
            title: cx.say(`observatory.dim-${d.key}`),
            known: show({ n: rest('n'), key: rest('key') }),
            unknown: show(absent.unknown),
            notApplicable: show(absent['not-applicable']),
            notYet: show(absent['not-yet-determined']),
          },
        ]
      }),
    }
  },
})
