/** Begins or completes a second factor by time-based codes (RFC 6238); the first right code turns it on. */
import { ref } from '#kernel/shapes.ts'
import { Refusal } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { seal, unseal } from '#platform/sealing.ts'
import { barcodeSvg } from '#platform/documents/barcode.ts'
import { EnrolTotp, TotpState } from '../contract/sign-in.ts'
import { mustBeThemselves, mustNotBeToken } from '../proving.ts'
import { totpOf } from '../sealed-secrets.ts'
import { accountOf, confirmTotp, keepPendingTotp } from '../store.ts'
import { countTry, forget } from '../store/guesses.ts'
import { widenSessions } from '../store/sessions.ts'
import { makeRecoveryCodes, newTotpSecret, totpStep, totpUri } from '../totp.ts'

export const enrolTotp = command({
  name: 'identity.enrol-totp',
  summary: 'Begins or completes a second factor by time-based codes.',
  who: 'signed-in',
  input: EnrolTotp,
  output: TotpState,
  answers: 'once',
  async run(cx, input) {
    cx.allow(null)
    const subject = ref('identity.person', cx.actor.id)
    if (input.code === undefined) {
      const account = await mustBeThemselves(cx, input, { fresh: true })
      const secret = newTotpSecret()
      const uri = totpUri(secret, account.username)
      await keepPendingTotp(cx, await seal(cx.ground, totpOf(cx.actor.id), secret))
      await cx.record({ subject, facts: { begun: true } })
      return { secret, uri, qr: barcodeSvg('qr', uri), recoveryCodes: [] }
    }
    // Who knows the code has the secret, and the secret was shown to who had shown themselves.
    mustNotBeToken(cx)
    const account = await accountOf(cx.tx, cx.actor.id)
    const guess = [{ at: 'password', of: cx.actor.id }] as const
    await countTry(cx, guess)
    const step = account?.totp_pending
      ? await totpStep(await unseal(cx.ground, totpOf(cx.actor.id), account.totp_pending), input.code, cx.now)
      : undefined
    if (step === undefined)
      throw new Refusal('conflict', 'identity.wrong-code', { next: 'identity.next-check-clock' })

    await forget(cx, guess)
    await confirmTotp(cx, step)
    await widenSessions(cx, cx.actor.id)
    const recoveryCodes = account?.recovery_hashes.length === 0 ? await makeRecoveryCodes(cx) : []
    await cx.record({ subject, facts: { confirmed: true } })
    return { secret: null, uri: null, qr: null, recoveryCodes }
  },
})
