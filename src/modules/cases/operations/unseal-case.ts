/** Opens a sealed case again, by order and with a reason; whoever saw it before the seal sees it again. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, UnsealCase } from '../contract.ts'
import { heads } from '../roles.ts'
import { mayUnseal } from '../rules.ts'
import { follow, nextSeq, sealedAt } from '../store/changes.ts'
import { seeCase } from '../store/case-file.ts'
import { caseRef } from '../store/holds.ts'
import { unsealSight } from '../store/sight.ts'

export const unsealCase = command({
  name: 'cases.unseal-case',
  summary: 'Opens a sealed case again, by order and with a reason.',
  who: heads,
  reason: 'required',
  stepUp: true,
  input: UnsealCase,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    refuseUnless(mayUnseal(file))
    const since = await sealedAt(cx, file.root)
    const { seq } = await nextSeq(cx, 'sensitivity', file.root)
    const id = cx.newId()
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { authority: input.authority },
      rows: {
        'cases.sensitivity': [{ id, seq, root: file.root, level: 'open', authority: input.authority }],
      },
    })
    await follow(cx, file.root)
    await unsealSight(cx, file.root, since)
    return { id }
  },
})
