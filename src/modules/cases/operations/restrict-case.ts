/** Marks a case as restricted: from now on each look at it is written down. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, OfCase } from '../contract.ts'
import { keepers } from '../roles.ts'
import { mayRestrict } from '../rules.ts'
import { follow, nextSeq } from '../store/changes.ts'
import { seeCase } from '../store/case-file.ts'
import { caseRef } from '../store/holds.ts'

export const restrictCase = command({
  name: 'cases.restrict-case',
  summary: 'Marks a case as restricted: each look at it is written down.',
  who: keepers,
  reason: 'required',
  input: OfCase,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    refuseUnless(mayRestrict(file))
    const { seq } = await nextSeq(cx, 'sensitivity', file.root)
    const id = cx.newId()
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { level: 'restricted' },
      rows: { 'cases.sensitivity': [{ id, seq, root: file.root, level: 'restricted', authority: null }] },
    })
    await follow(cx, file.root)
    return { id }
  },
})
