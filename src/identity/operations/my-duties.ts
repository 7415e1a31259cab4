/** What I hold, from whom, what I handed on, when I am away, and from what I must stay away. */
import { z } from 'zod'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { Absence, Held } from '../contract/duties.ts'
import { heldOf } from '../holding.ts'
import { mayEndLeave } from '../rules.ts'
import { absencesOf } from '../store/absences.ts'
import { conflictsOf } from '../store/walls.ts'

export const myDuties = query({
  name: 'identity.my-duties',
  summary: 'Lists what the person who asks holds, has handed on, and when they are away.',
  who: 'signed-in',
  input: z.strictObject({}),
  output: z.object({
    held: z.array(Held),
    absences: z.array(Absence.extend({ mayEnd: z.boolean() })),
    conflicts: z.array(z.object({ id: z.string(), about: z.string(), at: z.string() })),
  }),
  async run(cx) {
    cx.allow(null)
    const absences = await absencesOf(cx.tx, cx.actor.id)
    return {
      held: await heldOf(cx, cx.actor.id, (grant) => actionsOf(cx, { may_see: true }, grant.verdicts)),
      absences: absences.map((a) => ({ ...a, mayEnd: mayEndLeave(cx.actor, a, cx.now).ok })),
      // Which case it is, is what the wall hides from its person too.
      conflicts: (await conflictsOf(cx.tx, cx.actor.id)).map((c) => ({ id: c.id, about: c.about, at: c.at })),
    }
  },
})
