/** Says of what somebody is told by mail too; in the product they are told of everything. */
import { insertChoices } from '#identity/notices.ts'
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { ChooseNotices, Chosen } from '../contract/notices.ts'

export const chooseNotices = command({
  name: 'portal.choose-notices',
  summary: 'Says of what you are told by mail too; in the product you are told of everything.',
  who: 'signed-in',
  input: ChooseNotices,
  output: Chosen,
  async run(cx, input) {
    cx.allow(null)
    const subject = ref('identity.person', cx.actor.id)
    await cx.lock([subject])
    const choices = [...new Map(input.choices.map((c) => [c.kind, c])).values()]
    await insertChoices(cx, choices)
    await cx.record({ subject, facts: { choices: choices.length } })
    return { chosen: choices.length }
  },
})
