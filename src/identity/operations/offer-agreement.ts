/** Offers an agreement in words to an agency; who may sign it there is told, and signs it on screen. */
import { ref } from '#kernel/shapes.ts'
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Created } from '../contract.ts'
import { OfferAgreement } from '../contract/customers.ts'
import { notify } from '../notices.ts'
import { mayAdminister } from '../rules.ts'
import { findPerson } from '../store/people.ts'

export const offerAgreement = command({
  name: 'identity.offer-agreement',
  summary: 'Offers an agreement in words to an agency, for its own head to sign.',
  who: ['director', 'administrator'],
  input: OfferAgreement,
  output: Created,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    const heads = cx.actor.grants.some((g) => g.role === 'director')
    refuseUnless(heads ? { ok: true } : mayAdminister(cx.actor, null, false))
    refuseUnless(
      unless(!input.validUntil || input.validUntil >= input.validFrom, no('identity.agreement-ends-first')),
    )
    const subject = ref('identity.agency', input.agency)
    await cx.lock([subject])
    const signatory = await findPerson(cx.tx, input.signatory)
    if (!signatory) throw notFound()
    refuseUnless(
      unless(signatory.agency === input.agency && signatory.hasAccount, no('identity.signatory-elsewhere')),
    )

    const id = input.id ?? cx.newId()
    await cx.record({
      subject,
      facts: { offer: id, kind: input.kind, signatory: input.signatory },
      rows: {
        'identity.agreement_offer': [
          {
            id,
            agency: input.agency,
            signatory: input.signatory,
            kind: input.kind,
            title: input.title,
            words: input.words,
            valid_from: input.validFrom,
            valid_until: input.validUntil ?? null,
            for_service: input.forService,
          },
        ],
      },
    })
    await notify(cx, [input.signatory], 'identity.notice-agreement', {
      subject: ref('identity.agreement_offer', id),
      root: null,
      path: '/me?tab=agreements',
    })
    return { id }
  },
})
