/** Another person approves a change: what was compared becomes new versions, in force from its day. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { entriesOf } from '../applying.ts'
import { baseOf, begunOn, changeRef, changeOf, contentIn, workOf } from '../changing.ts'
import { ApproveChange, Created } from '../contract.ts'
import { dayOf } from '../rules.ts'
import { mayApprove, stillStands } from '../rules/change.ts'

export const approveChange = command({
  name: 'catalogue.approve-change',
  summary: 'Approves a change that another person proposed: its new versions hold from their day.',
  who: ['administrator', 'quality-manager', 'director'],
  input: ApproveChange,
  output: Created,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    await cx.lock([changeRef(input.change)])
    const change = await changeOf(cx, input.change)
    refuseUnless(mayApprove(change, cx.actor.id))
    const proposed = await workOf(cx, contentIn(change))
    refuseUnless(stillStands(change.base as Record<string, number>, baseOf(proposed)))
    const today = dayOf(cx.now)
    const begins = change.from_on > today ? change.from_on : today
    const work = await workOf(cx, begunOn(contentIn(change), begins))

    const id = cx.newId()
    await cx.record(
      {
        subject: changeRef(change.id),
        facts: { decision: 'approved', from: change.from_on },
        rows: {
          'catalogue.change_decision': [{ id, change: change.id, decision: 'approved', words: null }],
        },
      },
      ...entriesOf(cx, work, begins),
    )
    for (const { part, differences } of work.parts)
      await cx.ground.ruleParts.get(part)?.enter(cx, differences)
    return { id }
  },
})
