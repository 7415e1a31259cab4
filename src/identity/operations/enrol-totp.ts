/** Begins or completes a second factor by time-based codes (RFC 6238); the first right code turns it on and gives recovery codes. */
import { z } from 'zod'
import { ref } from '#kernel/shapes.ts'
import { Refusal } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { hashSecret, secretMatches } from '../secrets.ts'
import { accountOf, confirmTotp, keepTotpSecret } from '../store.ts'
import { newRecoveryCodes, newTotpSecret, totpStep, totpUri } from '../totp.ts'

export const enrolTotp = command({
  name: 'identity.enrol-totp',
  summary: 'Begins or completes a second factor by time-based codes.',
  who: 'signed-in',
  input: z.strictObject({ password: z.string().max(200), code: z.string().trim().max(10).optional() }),
  output: z.object({
    secret: z.string().nullable(),
    uri: z.string().nullable(),
    recoveryCodes: z.array(z.string()),
  }),
  async run(cx, input) {
    cx.allow(null)
    const account = await accountOf(cx.tx, cx.actor.id)
    if (!account || !(await secretMatches(input.password, account.password_hash)))
      throw new Refusal('conflict', 'identity.wrong-password')
    if (input.code === undefined) {
      const secret = newTotpSecret()
      await keepTotpSecret(cx, secret)
      await cx.record({ subject: ref('identity.person', cx.actor.id), facts: { begun: true } })
      return { secret, uri: totpUri(secret, account.username), recoveryCodes: [] }
    }
    const step = account.totp_secret ? await totpStep(account.totp_secret, input.code, cx.now) : undefined
    if (step === undefined)
      throw new Refusal('conflict', 'identity.wrong-code', { next: 'identity.next-check-clock' })

    const codes = newRecoveryCodes((count) => cx.ground.randomBytes(count))
    await confirmTotp(cx, step, await Promise.all(codes.map(hashSecret)))
    await cx.record({ subject: ref('identity.person', cx.actor.id), facts: { confirmed: true } })
    return { secret: null, uri: null, recoveryCodes: codes }
  },
})
