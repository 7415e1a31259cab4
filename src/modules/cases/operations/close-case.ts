/** Closes a case with the completeness stated as it was that moment; refuses while anything is open, and says what. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, OfCase } from '../contract.ts'
import { keepers } from '../roles.ts'
import { mayClose } from '../rules.ts'
import { follow, nextSeq } from '../store/changes.ts'
import { completenessOf } from '../store/completeness.ts'
import { seeCase } from '../store/case-file.ts'
import { caseRef } from '../store/holds.ts'

export const closeCase = command({
  name: 'cases.close-case',
  summary: 'Closes a case, with its completeness stated; refuses while anything is open, and says what.',
  who: keepers,
  input: OfCase,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    const stated = await completenessOf(cx, file.root)
    refuseUnless(mayClose(file, stated.open))
    const { seq } = await nextSeq(cx, 'state', file.root)
    const id = cx.newId()
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { complete: true, counts: stated.counts },
      rows: {
        'cases.state': [
          { id, seq, root: file.root, state: 'closed', stated: { counts: stated.counts, open: [] } },
        ],
      },
    })
    await follow(cx, file.root)
    return { id }
  },
})
