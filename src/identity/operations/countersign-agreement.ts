/** Signs for one's agency what the service offered: with PIN or passkey, in its words; it is in force from its day. */
import { ref } from '#kernel/shapes.ts'
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Created } from '../contract.ts'
import { CountersignAgreement } from '../contract/customers.ts'
import { putAwayAbout } from '../notices.ts'
import { findOffer } from '../store/customers.ts'
import { getPerson } from '../store/people.ts'

export const countersignAgreement = command({
  name: 'identity.countersign-agreement',
  summary: 'Signs for the agency of the person who asks an agreement that was offered to them.',
  who: 'signed-in',
  input: CountersignAgreement,
  output: Created,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    const known = await findOffer(cx, input.offer)
    // To anybody else it is not there.
    if (!known || known.signatory !== cx.actor.id) throw notFound()
    const subject = ref('identity.agency', known.agency)
    await cx.lock([subject])
    const offer = (await findOffer(cx, input.offer)) ?? known
    refuseUnless(unless(!offer.signed, no('identity.already-so')))
    const me = await getPerson(cx.tx, cx.actor.id)
    refuseUnless(unless(me.agency === offer.agency, no('identity.signatory-elsewhere')))

    const id = cx.newId()
    await cx.record({
      subject,
      facts: { agreement: id, offer: offer.id, kind: offer.kind },
      rows: {
        'identity.agreement': [
          {
            id,
            agency: offer.agency,
            kind: offer.kind,
            title: offer.title,
            signed_on: cx.now.slice(0, 10),
            valid_from: offer.validFrom,
            valid_until: offer.validUntil,
            for_service: offer.forService,
            for_agency: me.name,
            file: null,
            file_name: null,
            offer: offer.id,
          },
        ],
      },
    })
    await putAwayAbout(cx, cx.actor.id, ref('identity.agreement_offer', offer.id))
    return { id }
  },
})
