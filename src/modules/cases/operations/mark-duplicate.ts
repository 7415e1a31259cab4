/** Says that a case is the same as another, which goes on; both stay, and each number leads to the other. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, MarkDuplicate } from '../contract.ts'
import { keepers } from '../roles.ts'
import { follow } from '../store/changes.ts'
import { duplicateRow, mayBeDuplicate } from '../store/duplicates.ts'
import { seeCase } from '../store/case-file.ts'
import { caseRef } from '../store/holds.ts'

export const markDuplicate = command({
  name: 'cases.mark-duplicate',
  summary: 'Says that a case is the same as another, which goes on.',
  who: keepers,
  reason: 'required',
  input: MarkDuplicate,
  output: Done,
  async run(cx, input) {
    await cx.lock([caseRef(input.case), caseRef(input.of)])
    const file = await seeCase(cx, input.case)
    const other = await seeCase(cx, input.of)
    cx.allow(file)
    cx.allow(other)
    refuseUnless(mayBeDuplicate(file, other))
    const row = duplicateRow(cx, file, other, true)
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { of: other.id, number: other.number },
      rows: { 'cases.relation': [row] },
    })
    await follow(cx, file.root)
    return { id: row.id }
  },
})
