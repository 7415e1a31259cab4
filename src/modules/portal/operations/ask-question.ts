/** Asks on a case: an officer asks the service, the service asks the officer; it stands on the record until it is answered. */
import { notify, notifyUnit } from '#identity/notices.ts'
import { keepPersonal } from '#ledger/vault.ts'
import { caseCard, noteProgress, seeCase } from '#modules/cases/public.ts'
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { AskQuestion, Told } from '../contract.ts'
import { speakers } from '../roles.ts'
import { sideOf } from '../seeing.ts'

export const askQuestion = command({
  name: 'portal.ask-question',
  summary: 'Asks on a case; the question stands on the record until it is answered.',
  who: speakers,
  input: AskQuestion,
  output: Told,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    const id = input.id ?? cx.newId()
    const to = sideOf(cx) === 'service' ? 'customer' : 'service'
    const kept = await keepPersonal(cx, file.root, { text: input.text })
    const subject = ref('portal.question', id)
    await cx.record({
      subject,
      root: file.root,
      facts: { to },
      rows: {
        'portal.question': [
          { id, root: file.root, to_side: to, ...kept, by_name: cx.actor.name, at: cx.occurredAt },
        ],
      },
    })
    await noteProgress(cx, file.root, {
      subject,
      kind: 'question',
      state: 'open',
      text: `portal.progress-asked-${to}`,
    })
    const about = { subject, root: file.root, path: '/portal/messages', number: file.number }
    if (to === 'service') {
      if (file.receiving_unit) await notifyUnit(cx, file.receiving_unit, 'portal.notice-question', about)
    } else {
      const { investigator } = await caseCard(cx, file.id)
      if (investigator?.person) await notify(cx, [investigator.person], 'portal.notice-question', about)
      else if (investigator?.unit) await notifyUnit(cx, investigator.unit, 'portal.notice-question', about)
    }
    return { id }
  },
})
