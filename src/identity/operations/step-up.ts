/** Makes the proof that signing and hand-over ask for, from the person's PIN or passkey; wrong PINs run out. */
import { ref } from '#kernel/shapes.ts'
import { Refusal } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { StepUp, StepUpProof } from '../contract/sign-in.ts'
import { ownPasskeyAnswers } from '../passkeys.ts'
import { mustFitOwnPin } from '../pins.ts'
import { openStepUp } from '../step-up.ts'

export const stepUp = command({
  name: 'identity.step-up',
  summary: 'Makes the proof that signing and hand-over ask for, from PIN or passkey.',
  who: 'signed-in',
  input: StepUp,
  output: StepUpProof,
  answers: 'once',
  async run(cx, input) {
    cx.allow(null)
    if (input.passkey === undefined) await mustFitOwnPin(cx, input.pin ?? '')
    else if (!(await ownPasskeyAnswers(cx, input.passkey)))
      throw new Refusal('conflict', 'identity.wrong-passkey', { next: 'identity.next-try-again' })

    const method = input.passkey === undefined ? 'pin' : 'passkey'
    const proof = await openStepUp(cx, method, input.for)
    await cx.record({
      subject: ref('identity.person', cx.actor.id),
      facts: { method, ...(input.for === undefined ? {} : { for: input.for }) },
    })
    return proof
  },
})
