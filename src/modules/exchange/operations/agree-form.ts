/** Writes down in which form a partner asked for results and papers, under an agreement on data in force; it holds until another is agreed. */
import { dataAgreement } from '#identity/store/agreements.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AgreeForm, FormAgreed } from '../contract/forms.ts'
import { partnerKeepers } from '../roles.ts'

export const agreeForm = command({
  name: 'exchange.agree-form',
  summary: 'Writes down in which form a partner gets results and papers: FHIR, HL7 v2 or the signed paper.',
  who: partnerKeepers,
  input: AgreeForm,
  output: FormAgreed,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    const subject = ref('exchange.recipient', input.agency)
    await cx.lock([subject])
    const { title, holds } = await dataAgreement(cx, input.agreement, input.agency)
    refuseUnless(
      unless(holds, no('exchange.no-agreement', { agreement: title }, 'exchange.next-sign-agreement')),
    )
    const id = cx.newId()
    await cx.record({
      subject,
      facts: { form: input.form, agreement: input.agreement },
      rows: { 'exchange.agreed_form': [{ id, ...input }] },
    })
    return { id }
  },
})
