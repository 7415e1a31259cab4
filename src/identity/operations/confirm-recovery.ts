/** The second person says that it is the right person who comes back (the reason says how they know), and sees the other half of the code. */
import { ref } from '#kernel/shapes.ts'
import { notFound, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ConfirmRecovery, RecoveryConfirmed } from '../contract/duties.ts'
import { newCode, readCode } from '../recovery-codes.ts'
import { mayConfirmRecovery, mayKnowRecovery } from '../rules.ts'
import { findRecovery, keepSecondHalf } from '../store/recovery.ts'

export const confirmRecovery = command({
  name: 'identity.confirm-recovery',
  summary: 'Says as the second person whose account it is, and gives the other half of the code.',
  who: ['administrator', 'director', 'quality-manager', 'section-head'],
  input: ConfirmRecovery,
  output: RecoveryConfirmed,
  reason: 'required',
  stepUp: true,
  answers: 'once',
  async run(cx, input) {
    cx.allow(null)
    const known = await findRecovery(cx, input.recovery)
    if (!known || !mayKnowRecovery(cx.actor, known.personUnit)) throw notFound()
    const subject = ref('identity.person', known.person)
    await cx.lock([subject])
    const recovery = (await findRecovery(cx, input.recovery)) ?? known
    refuseUnless(mayConfirmRecovery(cx.actor, { ...recovery, confirmed: recovery.confirmedBy !== null }))

    const code = newCode((n) => cx.ground.randomBytes(n), 12)
    await cx.record({
      subject,
      facts: { recovery: recovery.id },
      rows: {
        'identity.recovery_step': [{ id: cx.newId(), recovery: recovery.id, kind: 'confirmed' }],
      },
    })
    await keepSecondHalf(cx, recovery.id, readCode(code))
    return { code, until: recovery.until }
  },
})
