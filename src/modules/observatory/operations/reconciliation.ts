/** Counts of others beside ours of the same year, place and months, with the differences that were named and what is left unexplained. */
import { nameOfCode } from '#modules/catalogue/public.ts'
import { yes } from '#kernel/verdict.ts'
import { actionsOf } from '#platform/actions.ts'
import type { Cx } from '#platform/cx.ts'
import { query } from '#platform/define.ts'
import { knownAt } from '../asking.ts'
import { Reconciliation, ReconciliationList } from '../contract.ts'
import { type Indicator, indicatorsOf, measure } from '../indicating.ts'
import { monthsUntil } from '../months.ts'
import { releasers } from '../roles.ts'
import { type ExternalRow, listExternal } from '../store/reconciling.ts'

export const reconciliation = query({
  name: 'observatory.reconciliation',
  summary: 'Counts of others beside ours, with the differences that were named.',
  who: releasers,
  input: Reconciliation,
  output: ReconciliationList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await listExternal(cx, input)
    const known = new Map((await indicatorsOf(cx)).map((i) => [i.key, i]))
    const { asOf } = await knownAt(cx, undefined)
    const items = []
    for (const row of rows) {
      const indicator = known.get(row.indicator)
      const ours = indicator ? await oursOf(cx, indicator, row, asOf) : null
      const named = row.named.reduce((sum, d) => sum + d.n, 0)
      items.push({
        id: row.id,
        indicator: row.indicator,
        name: indicator?.[cx.language] ?? row.indicator,
        source: row.source,
        saidOn: row.said_on,
        of: await placeAndTime(cx, row),
        theirs: row.value,
        parts: row.parts,
        ours: ours ?? '–',
        named: await Promise.all(
          row.named.map(async (d) => ({
            ...d,
            reason: await nameOfCode(cx, 'difference-reason', d.reason, cx.language),
          })),
        ),
        unexplained: ours === null ? '–' : String(row.value - Number(ours) - named),
        actions: actionsOf(cx, { may_see: true }, { 'observatory.explain-difference': yes }),
      })
    }
    return { items, nextCursor }
  },
})

async function oursOf(
  cx: Cx,
  indicator: Indicator,
  { asked }: ExternalRow,
  asOf: string,
): Promise<string | null> {
  const { per: _, of: __, ...counted } = indicator.formula
  const more = {
    ...(asked.district ? { district: [asked.district] } : {}),
    ...(asked.until ? { month: monthsUntil(asked.year, asked.until) } : {}),
  }
  return (await measure(cx, { formula: counted }, asked.year, asOf, true, more)).value
}

async function placeAndTime(cx: Cx, { asked }: ExternalRow): Promise<string> {
  const where = asked.district ? await nameOfCode(cx, 'district', asked.district, cx.language) : ''
  return cx.say('observatory.of-when', {
    year: asked.year,
    until: asked.until ?? 'none',
    where: where || 'none',
  })
}
