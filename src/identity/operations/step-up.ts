/** Makes the proof that signing and hand-over ask for, from the person's PIN; wrong PINs run out. */
import { instantOf, ref } from '#kernel/shapes.ts'
import { Refusal } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { StepUp, StepUpProof } from '../contract.ts'
import { secretMatches } from '../secrets.ts'
import { openStepUp } from '../step-up.ts'
import { accountOf, countPinFailure, resetPinFailures } from '../store.ts'

const FREE_TRIES = 5
const PAUSE_MS = 5 * 60_000

export const stepUp = command({
  name: 'identity.step-up',
  summary: 'Makes the proof that signing and hand-over ask for.',
  who: 'signed-in',
  input: StepUp,
  output: StepUpProof,
  async run(cx, input) {
    cx.allow(null)
    const account = await accountOf(cx.tx, cx.actor.id)
    if (!account?.pin_hash) throw new Refusal('conflict', 'identity.no-pin')
    if (account.pin_locked_until && account.pin_locked_until > cx.now)
      throw new Refusal('too-many', 'identity.sign-in-paused', { values: { minutes: PAUSE_MS / 60_000 } })
    if (!(await secretMatches(input.pin, account.pin_hash))) {
      await countPinFailure(cx, account.person, FREE_TRIES, instantOf(Date.parse(cx.now) + PAUSE_MS))
      throw new Refusal('conflict', 'identity.wrong-pin')
    }

    if (account.pin_failed_count > 0) await resetPinFailures(cx, account.person)
    const proof = await openStepUp(cx, 'pin')
    await cx.record({ subject: ref('identity.person', cx.actor.id), facts: { method: 'pin' } })
    return proof
  },
})
