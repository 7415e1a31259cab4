/** A change is declined with a reason, or taken back by whoever proposed it; nothing of it ever holds. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { changeRef, changeOf } from '../changing.ts'
import { Created, DeclineChange } from '../contract.ts'
import { mayDecline } from '../rules/change.ts'

export const declineChange = command({
  name: 'catalogue.decline-change',
  summary: 'Declines a proposed change with a reason; whoever proposed it withdraws it by the same act.',
  who: ['administrator', 'quality-manager', 'section-head', 'director'],
  input: DeclineChange,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    await cx.lock([changeRef(input.change)])
    const change = await changeOf(cx, input.change)
    refuseUnless(mayDecline(change))

    const id = cx.newId()
    const decision = change.by_id === cx.actor.id ? 'withdrawn' : 'declined'
    await cx.record({
      subject: changeRef(change.id),
      facts: { decision },
      rows: { 'catalogue.change_decision': [{ id, change: change.id, decision, words: input.words }] },
    })
    return { id }
  },
})
