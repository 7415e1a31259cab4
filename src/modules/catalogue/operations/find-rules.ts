/** The rules of one kind: what the studio shows at the left. */
import { unless, no } from '#kernel/verdict.ts'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { FindRules, FoundRules } from '../contract.ts'
import { lineOf, rulesOf, waitingFor } from '../studio.ts'

export const findRules = query({
  name: 'catalogue.find-rules',
  summary: 'Lists the laboratory’s rules of one kind, with the changes of them that wait.',
  who: ['administrator', 'quality-manager', 'section-head', 'director'],
  input: FindRules,
  output: FoundRules,
  async run(cx, input) {
    cx.allow(null)
    const waiting = await waitingFor(cx)
    const wanted = input.q.toLowerCase()
    const rules = (await rulesOf(cx, input.section)).filter((r) =>
      `${r.key} ${r.en} ${r.es} ${r.detail}`.toLowerCase().includes(wanted),
    )
    return {
      items: rules.map((r) => lineOf(r, waiting.get(`${input.section} ${r.key}`) ?? null)),
      actions: actionsOf(
        cx,
        { may_see: true },
        { 'catalogue.propose-change': unless(true, no('catalogue.nothing-differs')) },
      ),
    }
  },
})
