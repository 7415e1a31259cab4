/** The indicators of a year, each with its definition, its owner, what it was divided by, and its series. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { yes } from '#kernel/verdict.ts'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { knownAt, oversees } from '../asking.ts'
import { Indicators, IndicatorsSeen } from '../contract.ts'
import { indicatorsOf, measure } from '../indicating.ts'
import { readers } from '../roles.ts'
import { frozenCounts } from '../store/figures.ts'

export const indicators = query({
  name: 'observatory.indicators',
  summary: 'The indicators of a year, each with its definition and its series.',
  who: readers,
  input: Indicators,
  output: IndicatorsSeen,
  async run(cx, input) {
    cx.allow(null)
    const year = input.year ?? dayOfInstant(cx.now).slice(0, 4)
    const { asOf } = await knownAt(cx, input.asOf)
    const frozen = await frozenCounts(cx)
    const items = []
    for (const indicator of await indicatorsOf(cx)) {
      const { value, over, series, archive } = await measure(cx, indicator, year, asOf, true)
      const { formula } = indicator
      items.push({
        key: indicator.key,
        name: indicator[cx.language],
        definition: cx.language === 'es' ? formula.meaningEs : formula.meaning,
        owner: formula.owner,
        unit: formula.unit,
        source: indicator.source,
        unverified: indicator.unverified,
        value,
        over,
        series: [...series],
        archive: archive ? [...archive] : null,
        frozen: frozen.get(indicator.key) ?? 0,
      })
    }
    return {
      year,
      asOf,
      care: oversees(cx) ? ('exact' as const) : ('rounded' as const),
      items,
      actions: actionsOf(cx, { may_see: true }, { 'observatory.freeze-figure': yes }),
    }
  },
})
