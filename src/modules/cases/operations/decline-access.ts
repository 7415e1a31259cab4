/** Declines to show a case to who asked; they are not told, since it would tell that the case is there. */
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../contract.ts'
import { DeclineAccess } from '../contract/asking.ts'
import { keepers } from '../roles.ts'
import { askedById } from '../store/asking.ts'

export const declineAccess = command({
  name: 'cases.decline-access',
  summary: 'Declines to show a case to who asked; they are not told that there is one.',
  who: keepers,
  reason: 'required',
  input: DeclineAccess,
  output: Done,
  async run(cx, input) {
    const subject = ref('cases.access-asked', input.asked)
    await cx.lock([subject])
    const asked = await askedById(cx, input.asked)
    cx.allow(asked)
    refuseUnless(unless(!asked.answered, no('cases.asking-answered')))
    const id = cx.newId()
    await cx.record({
      subject,
      root: asked.root,
      rows: { 'cases.access_declined': [{ id, asked: asked.id, root: asked.root }] },
    })
    return { id }
  },
})
