/** Opens a closed case again, with a reason. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, OfCase } from '../contract.ts'
import { keepers } from '../roles.ts'
import { mayReopen } from '../rules.ts'
import { follow, nextSeq } from '../store/changes.ts'
import { seeCase } from '../store/case-file.ts'
import { caseRef } from '../store/holds.ts'

export const reopenCase = command({
  name: 'cases.reopen-case',
  summary: 'Opens a closed case again, with a reason.',
  who: keepers,
  reason: 'required',
  input: OfCase,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    refuseUnless(mayReopen(file))
    const { seq } = await nextSeq(cx, 'state', file.root)
    const id = cx.newId()
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { state: 'open' },
      rows: { 'cases.state': [{ id, seq, root: file.root, state: 'open', stated: null }] },
    })
    await follow(cx, file.root)
    return { id }
  },
})
