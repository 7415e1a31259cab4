/** Answers somebody who asked for help or complained; who asked may add to it. */
import { notify, notifyUnit } from '#identity/notices.ts'
import { keepPersonal } from '#ledger/vault.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Told } from '../contract.ts'
import { AnswerHelp } from '../contract/help.ts'
import { speakers } from '../roles.ts'
import { mayAnswerHelp } from '../rules.ts'
import { sideOf } from '../seeing.ts'
import { helpById } from '../store/help.ts'

export const answerHelp = command({
  name: 'portal.answer-help',
  summary: 'Answers somebody who asked for help or complained.',
  who: speakers,
  input: AnswerHelp,
  output: Told,
  async run(cx, input) {
    const subject = ref('portal.help', input.help)
    await cx.lock([subject])
    const help = await helpById(cx, input.help)
    cx.allow(help)
    refuseUnless(mayAnswerHelp(help, sideOf(cx), cx.actor.id))
    const id = input.id ?? cx.newId()
    const kept = await keepPersonal(cx, help.root, { text: input.text })
    await cx.record({
      subject,
      root: help.root,
      rows: {
        'portal.help_said': [
          { id, help: help.id, root: help.root, ...kept, by_name: cx.actor.name, at: cx.occurredAt },
        ],
      },
    })
    const about = { subject, root: help.root, path: '/portal/help' }
    const asker = help.recorded_by
    if (asker !== cx.actor.id) await notify(cx, [asker], 'portal.notice-helped', about)
    else if (help.to_unit) await notifyUnit(cx, help.to_unit, 'portal.notice-help', about)
    return { id }
  },
})
