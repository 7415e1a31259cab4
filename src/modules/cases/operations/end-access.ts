/** Ends the sight that a person or unit has of a case. */
import { refuseUnless, no, unless } from '#kernel/verdict.ts'
import { endSight } from '#identity/sight.ts'
import { command } from '#platform/define.ts'
import { Done, EndAccess } from '../contract.ts'
import { keepers } from '../roles.ts'
import { seeCase } from '../store/case-file.ts'
import { caseRef } from '../store/holds.ts'

export const endAccess = command({
  name: 'cases.end-access',
  summary: 'Ends the sight that a person or unit has of a case.',
  who: keepers,
  reason: 'required',
  input: EndAccess,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    // A sealed case that nobody sees could never be unsealed.
    refuseUnless(unless(!(file.sealed && input.principal === cx.actor.id), no('cases.own-access-to-sealed')))
    const id = cx.newId()
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { principal: input.principal },
      rows: {
        'cases.access': [{ id, root: file.root, principal: input.principal, given: false, until_at: null }],
      },
    })
    await endSight(cx, file.root, { principal: input.principal })
    return { id }
  },
})
