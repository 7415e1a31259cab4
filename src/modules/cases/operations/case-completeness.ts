/** States what is open and what is done on a case. */
import { query } from '#platform/define.ts'
import { OfCase } from '../contract.ts'
import { Completeness } from '../contract/case-seen.ts'
import { readers } from '../roles.ts'
import { completenessOf } from '../store/completeness.ts'
import { seeCase } from '../store/case-file.ts'

export const caseCompleteness = query({
  name: 'cases.case-completeness',
  summary: 'States what is open and what is done on a case.',
  who: readers,
  input: OfCase,
  output: Completeness,
  async run(cx, input) {
    const file = await seeCase(cx, input.case)
    cx.allow(file)
    return completenessOf(cx, file.root)
  },
})
