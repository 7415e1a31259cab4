/** Says how soon a case is wanted. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, SetPriority } from '../contract.ts'
import { keepers } from '../roles.ts'
import { mustBeOpen } from '../rules.ts'
import { follow, nextSeq } from '../store/changes.ts'
import { seeCase } from '../store/case-file.ts'
import { caseRef } from '../store/holds.ts'

export const setPriority = command({
  name: 'cases.set-priority',
  summary: 'Says how soon a case is wanted.',
  who: keepers,
  input: SetPriority,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    refuseUnless(mustBeOpen(file))
    const { seq } = await nextSeq(cx, 'priority', file.root)
    const id = cx.newId()
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { priority: input.priority },
      rows: { 'cases.priority': [{ id, seq, root: file.root, priority: input.priority }] },
    })
    await follow(cx, file.root)
    return { id }
  },
})
