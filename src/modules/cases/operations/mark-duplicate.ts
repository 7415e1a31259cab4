/** Says that a case is the same as another, which goes on; both stay, and each number leads to the other. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, MarkDuplicate } from '../contract.ts'
import { keepers } from '../roles.ts'
import { mayMarkDuplicate } from '../rules.ts'
import { follow } from '../store/changes.ts'
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
    refuseUnless(mayMarkDuplicate(file, other.id, file.id))
    // A pair that points at each other would leave no case that goes on.
    refuseUnless(
      mayMarkDuplicate(
        { ...other, duplicate_of: other.duplicate_of === file.id ? file.id : null },
        null,
        other.id,
      ),
    )
    const id = cx.newId()
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { of: other.id, number: other.number },
      rows: {
        'cases.relation': [{ id, root: file.root, other: other.id, kind: 'duplicate-of', note: cx.reason }],
      },
    })
    await follow(cx, file.root)
    return { id }
  },
})
