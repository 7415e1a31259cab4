/** Closes a way back that was opened: its code is worth nothing from then on. */
import { z } from 'zod'
import { Id, ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { mayKnowRecovery } from '../rules.ts'
import { findRecovery } from '../store/recovery.ts'

export const withdrawRecovery = command({
  name: 'identity.withdraw-recovery',
  summary: 'Closes a way back into an account that was opened.',
  who: ['administrator', 'director', 'quality-manager', 'section-head'],
  input: z.strictObject({ recovery: Id }),
  output: z.object({}),
  async run(cx, input) {
    cx.allow(null)
    const recovery = await findRecovery(cx, input.recovery)
    if (!recovery || !mayKnowRecovery(cx.actor, recovery.personUnit)) throw notFound()

    await cx.record({
      subject: ref('identity.person', recovery.person),
      facts: { recovery: recovery.id },
      rows: {
        'identity.recovery_step': [{ id: cx.newId(), recovery: recovery.id, kind: 'withdrawn' }],
      },
    })
    return {}
  },
})
