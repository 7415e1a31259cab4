/** The case as it was known at an instant. */
import { query } from '#platform/define.ts'
import { CaseAsKnown } from '../contract/case-seen.ts'
import { AsKnownQuery } from '../contract/telling.ts'
import { readers } from '../roles.ts'
import { seeCase } from '../store/case-file.ts'
import { hazardsOf } from '../store/hazards.ts'
import { caseAt } from '../store/past.ts'
import { hazardsInWords, holdsInWords, inWords } from '../store/view.ts'

export const caseAsKnown = query({
  name: 'cases.case-as-known',
  summary: 'The case as it was known at an instant.',
  who: readers,
  input: AsKnownQuery,
  output: CaseAsKnown,
  async run(cx, input) {
    const file = await seeCase(cx, input.case)
    cx.allow(file)
    const past = await caseAt(cx, file.root, input.asOf)
    const { card } = past
    return {
      id: file.id,
      number: card.number,
      title: card.title,
      summary: card.summary,
      state: card.state,
      restricted: past.restricted,
      sealed: past.sealed,
      priority: past.priority,
      ...(await inWords(cx, card)),
      hazards: await hazardsInWords(cx, await hazardsOf(cx, file.root, input.asOf)),
      holds: holdsInWords(cx, past.holds),
      court: past.court,
      asOf: input.asOf,
      later: past.later,
    }
  },
})
