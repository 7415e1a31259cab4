/** Lets a person or unit see a case, by name and with a reason; the only way into a sealed one. */
import { notify } from '#identity/notices.ts'
import { openSight } from '#identity/sight.ts'
import { command } from '#platform/define.ts'
import { Done, GiveAccess } from '../contract.ts'
import { keepers } from '../roles.ts'
import { seeCase } from '../store/case-file.ts'
import { caseRef } from '../store/holds.ts'

export const giveAccess = command({
  name: 'cases.give-access',
  summary: 'Lets a person or unit see a case, by name and with a reason.',
  who: keepers,
  reason: 'required',
  input: GiveAccess,
  output: Done,
  stepUp: true,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    const id = cx.newId()
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { principal: input.principal, until: input.until ?? null },
      rows: {
        'cases.access': [
          { id, root: file.root, principal: input.principal, given: true, until_at: input.until ?? null },
        ],
      },
    })
    await openSight(cx, [
      { root: file.root, principal: input.principal, why: 'cases.give-access', until: input.until ?? null },
    ])
    await notify(cx, [input.principal], 'cases.notice-access-given', {
      subject: caseRef(file.id),
      number: file.number,
      root: file.root,
      path: `/cases/${file.id}`,
    })
    return { id }
  },
})
