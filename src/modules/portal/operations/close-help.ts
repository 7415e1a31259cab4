/** Ends help that was given, or decides a complaint. */
import { notify } from '#identity/notices.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Told } from '../contract.ts'
import { CloseHelp } from '../contract/help.ts'
import { speakers } from '../roles.ts'
import { mayCloseHelp } from '../rules.ts'
import { helpById } from '../store/help.ts'

export const closeHelp = command({
  name: 'portal.close-help',
  summary: 'Ends help that was given, or decides a complaint.',
  who: speakers,
  input: CloseHelp,
  output: Told,
  async run(cx, input) {
    const subject = ref('portal.help', input.help)
    await cx.lock([subject])
    const help = await helpById(cx, input.help)
    cx.allow(help)
    refuseUnless(mayCloseHelp(help, cx.actor.id, input.outcome))
    const id = cx.newId()
    await cx.record({
      subject,
      root: help.root,
      facts: { outcome: input.outcome },
      rows: { 'portal.help_closed': [{ id, help: help.id, root: help.root, outcome: input.outcome }] },
    })
    await notify(cx, [help.recorded_by], 'portal.notice-helped', {
      subject,
      root: help.root,
      path: '/portal/help',
    })
    return { id }
  },
})
