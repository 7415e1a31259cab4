/** Makes the proof that signing and hand-over ask for, from the person's PIN. */
import { ref } from '#kernel/shapes.ts'
import { Refusal } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { sql } from '#platform/sql.ts'
import { StepUp, StepUpProof } from '../contract.ts'
import { secretMatches } from '../secrets.ts'
import { openStepUp } from '../step-up.ts'
import { accountOf } from '../store.ts'

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
    if (!(await secretMatches(input.pin, account.pin_hash))) {
      await cx.aside((tx) => tx.run(sql`update identity.account set pin_failed_count = pin_failed_count + 1 where person = ${account.person}`))
      throw new Refusal('conflict', 'identity.wrong-pin')
    }

    const proof = await openStepUp(cx, 'pin')
    await cx.record({ subject: ref('identity.person', cx.actor.id), facts: { method: 'pin' } })
    return proof
  },
})
