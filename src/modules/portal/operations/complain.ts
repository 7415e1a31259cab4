/** Complains of the service, of a case or at large; quality decides, nobody else sees it (ISO/IEC 17025:2017, 7.9). */
import { seeCase } from '#modules/cases/public.ts'
import { command } from '#platform/define.ts'
import { Told } from '../contract.ts'
import { Complain } from '../contract/help.ts'
import { beginHelp } from '../help-steps.ts'
import { speakers } from '../roles.ts'

export const complain = command({
  name: 'portal.complain',
  summary: 'Complains of the service, of a case or at large; quality decides, and nobody else sees it.',
  who: speakers,
  input: Complain,
  output: Told,
  async run(cx, input) {
    if (input.about) cx.allow(await seeCase(cx, input.about))
    else cx.allow(null)
    return beginHelp(cx, 'complaint', {
      id: input.id,
      unit: null,
      about: input.about ?? null,
      text: input.text,
    })
  },
})
