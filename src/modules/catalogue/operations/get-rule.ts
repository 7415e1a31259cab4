/** One rule opened to be changed, or a new one of its kind: as it stands in its newest version. */
import { notFound } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { GetRule, RuleSeen } from '../contract.ts'
import { historyOf, newRule, rulesOf, waitingFor } from '../studio.ts'

export const getRule = query({
  name: 'catalogue.get-rule',
  summary:
    'Shows one of the laboratory’s rules as it stands, to be changed; or what a new one of its kind is asked.',
  who: ['administrator', 'quality-manager', 'section-head', 'director'],
  input: GetRule,
  output: RuleSeen,
  async run(cx, input) {
    cx.allow(null)
    const all = await rulesOf(cx, input.section)
    const rule =
      input.key === undefined
        ? newRule(all[0]?.list ?? null, all[0]?.sample ?? {})
        : all.find((r) => r.key === input.key)
    if (!rule) throw notFound()
    const { detail: _detail, ...seen } = rule
    const waiting = (await waitingFor(cx)).get(`${input.section} ${rule.key}`) ?? null
    const versions = await historyOf(cx, input.section, rule.key)
    return { ...seen, section: input.section, waiting, versions }
  },
})
