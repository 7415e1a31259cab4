/** For each thing that can be said of a victim, of how many it is known, of how many unknown, and of how many nobody has said it yet. */
import { query } from '#platform/define.ts'
import { knownAt, oversees } from '../asking.ts'
import { QualityOfData, QualitySeen } from '../contract.ts'
import { readers } from '../roles.ts'
import { rounded } from '../rules/rounding.ts'
import { datasetOf } from '../store/datasets.ts'
import { absentCounts } from '../store/quality.ts'

export const qualityOfData = query({
  name: 'observatory.quality-of-data',
  summary: 'Of how many victims each thing is known, unknown, or not yet said.',
  who: readers,
  input: QualityOfData,
  output: QualitySeen,
  async run(cx, input) {
    cx.allow(null)
    const { asOf, keptUpTo } = await knownAt(cx, undefined)
    const exact = oversees(cx)
    const show = (n: number): number => (exact ? n : rounded(n, n))
    const dimensions = datasetOf.victims.dimensions.filter((d) => !d.many)
    const { total, counts } = await absentCounts(cx, dimensions, input.year)
    return {
      asOf,
      keptUpTo,
      total: show(total),
      items: dimensions.map((d) => {
        const { unknown, notYet, notApplicable } = counts.get(d.key) ?? {
          unknown: 0,
          notYet: 0,
          notApplicable: 0,
        }
        return {
          key: d.key,
          title: cx.say(`observatory.dim-${d.key}`),
          known: show(total - unknown - notYet - notApplicable),
          unknown: show(unknown),
          notApplicable: show(notApplicable),
          notYet: show(notYet),
        }
      }),
    }
  },
})
