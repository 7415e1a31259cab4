/** Closes what a refused claim left open, in words: entered otherwise, or rightly refused. The claim and the refusal stay. */
import { z } from 'zod'
import { ref } from '#kernel/shapes.ts'
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AnswerClaim } from '../contract/claims.ts'
import { claimById, deviceKey, settle } from '../store/claims.ts'

export const answerClaim = command({
  name: 'identity.answer-claim',
  summary: 'Closes what a refused claim left open, in words; the claim and the refusal stay.',
  who: 'signed-in',
  input: AnswerClaim,
  output: z.object({}),
  async run(cx, input) {
    cx.allow(null)
    await cx.lock([ref('identity.claim', input.claim)])
    const claim = await claimById(cx.tx, input.claim)
    const key = claim && (await deviceKey(cx.tx, claim.key))
    if (!claim || !key) throw notFound()
    if (
      claim.person !== cx.actor.id &&
      !cx.may('identity.recover-device', { may_see: true, unit: key.person_unit })
    )
      throw notFound()
    refuseUnless(unless(claim.state === 'refused', no('identity.claim-not-refused', { state: claim.state })))
    const row = await settle(cx, claim, { state: 'answered', words: input.words })
    await cx.record({
      subject: ref('identity.claim', claim.id),
      facts: { state: 'answered' },
      rows: { 'identity.claim_outcome': [row] },
    })
    return {}
  },
})
