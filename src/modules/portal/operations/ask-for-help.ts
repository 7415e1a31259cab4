/** Asks a section of the service for help without a case. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Told } from '../contract.ts'
import { AskForHelp } from '../contract/help.ts'
import { beginHelp } from '../help-steps.ts'
import { speakers } from '../roles.ts'
import { unitsThatAnswer } from '../store/help.ts'

export const askForHelp = command({
  name: 'portal.ask-for-help',
  summary: 'Asks a section of the service for help without a case.',
  who: speakers,
  input: AskForHelp,
  output: Told,
  async run(cx, input) {
    cx.allow(null)
    const there = (await unitsThatAnswer(cx)).some((u) => u.id === input.unit)
    refuseUnless(unless(there, no('portal.nobody-answers-there', {}, 'portal.next-choose-section')))
    return beginHelp(cx, 'help', { id: input.id, unit: input.unit, about: null, text: input.text })
  },
})
