/** Writes what became of a claim: done, or refused with the sentence; the system's own act, after it performed what was claimed. */
import { z } from 'zod'
import { Id, ref } from '#kernel/shapes.ts'
import { Refusal, no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { notify } from '../notices.ts'
import { claimById, settle } from '../store/claims.ts'

export const settleClaim = command({
  name: 'identity.settle-claim',
  summary: 'Writes what became of a claim: done, or refused with the sentence.',
  who: ['administrator'],
  input: z.strictObject({
    claim: Id,
    state: z.enum(['done', 'refused']),
    code: z.string().max(120).optional(),
    sentence: z.string().max(2_000).optional(),
    flags: z.array(z.string().max(60)).max(10).default([]),
  }),
  output: z.object({}),
  async run(cx, input) {
    cx.allow(null)
    if (cx.actor.kind !== 'system')
      throw new Refusal('forbidden', 'right-missing', {
        values: { act: cx.say(`op.${cx.operation}`), roles: 'none' },
      })
    await cx.lock([ref('identity.claim', input.claim)])
    const claim = await claimById(cx.tx, input.claim)
    if (!claim) throw notFound()
    refuseUnless(unless(claim.state === 'waiting', no('identity.claim-settled')))
    const { state, code = null, sentence = null, flags } = input
    const row = await settle(cx, claim, { state, code, sentence, flags })
    await cx.record({
      subject: ref('identity.claim', claim.id),
      facts: { state: input.state, code: input.code ?? null, flags: input.flags },
      rows: { 'identity.claim_outcome': [row] },
    })
    if (input.state === 'refused')
      await notify(cx, [claim.person], 'identity.notice-claim-refused', {
        subject: ref('identity.claim', claim.id),
        root: null,
        path: '/scenes/handed-in',
      })
    return {}
  },
})
