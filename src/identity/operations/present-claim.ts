/** Hands in an act that a device signed without a network: stored first, whoever carries it; then performed as of its hour. */
import { ref } from '#kernel/shapes.ts'
import { Refusal, no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { keepPersonal } from '#ledger/vault.ts'
import { happenedAt, readPayload, sha256Of, signedBy } from '../claims.ts'
import { ClaimPresented, PresentClaim } from '../contract/claims.ts'
import { claimAt, deviceKey, insertClaimNow } from '../store/claims.ts'

export const presentClaim = command({
  name: 'identity.present-claim',
  summary:
    'Hands in an act that a device signed without a network; it is stored, then performed as of its hour.',
  who: 'signed-in',
  input: PresentClaim,
  output: ClaimPresented,
  async run(cx, input) {
    cx.allow(null)
    const said = readPayload(input.payload)
    const key = await deviceKey(cx.tx, said.key)
    if (!key || !signedBy(key.spki, input.payload, input.signature))
      throw new Refusal('conflict', 'identity.claim-not-signed', { next: 'identity.next-register-device' })
    await cx.lock([ref('identity.person', key.person)])
    const sha256 = sha256Of(input.payload)
    const there = await claimAt(cx.tx, key.id, said.sequence)
    refuseUnless(
      unless(
        !there || there.sha256 === sha256,
        no('identity.claim-other', { sequence: said.sequence }, 'identity.next-answer-claim'),
      ),
    )
    // Handed in by two who carried it: it is the same claim, and this act says only that it came again.
    if (there) {
      await cx.record({
        subject: ref('identity.claim', there.id),
        facts: { again: true, sequence: said.sequence },
      })
      return { id: there.id, sequence: there.sequence, state: there.state, sentence: there.sentence }
    }
    const skew = Date.parse(input.deviceNow) - Date.parse(cx.now)
    const at = happenedAt(said.occurredAt, skew, cx.now)
    const kept = await keepPersonal(cx, null, { payload: input.payload, signature: input.signature })
    const id = cx.newId()
    await cx.record({
      subject: ref('identity.claim', id),
      facts: { key: key.id, sequence: said.sequence, operation: said.operation, sha256 },
      rows: {
        'identity.claim': [
          {
            id,
            key: key.id,
            person: key.person,
            sequence: said.sequence,
            sha256,
            previous: said.previous,
            after: said.after,
            operation: said.operation,
            ...kept,
            device_at: said.occurredAt,
            at,
            skew_ms: String(skew),
            carried_by: key.person === cx.actor.id ? null : cx.actor.id,
          },
        ],
      },
    })
    await insertClaimNow(cx, {
      id,
      key: key.id,
      person: key.person,
      sequence: said.sequence,
      sha256,
      after: said.after,
      at,
    })
    await cx.ground.queue(cx.tx, 'perform-claims', {}, { key: 'perform-claims' })
    return { id, sequence: said.sequence, state: 'waiting' as const, sentence: null }
  },
})
