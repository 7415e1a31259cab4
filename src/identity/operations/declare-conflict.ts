/** Declares that a person must stay away from a case: from then on they see nothing that hangs on it, whatever role they hold. */
import { z } from 'zod'
import { Id, Line, ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { mayDeclareFor } from '../rules.ts'
import { caseworkers } from '../roles.ts'
import { seesRoot } from '../sight.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { raiseWalls } from '../store/walls.ts'

export const declareConflict = command({
  name: 'identity.declare-conflict',
  summary: 'Declares that a person must stay away from a case.',
  who: caseworkers,
  input: z.strictObject({ person: Id, root: Id, about: Line }),
  output: z.object({ id: z.string() }),
  async run(cx, input) {
    const subject = ref('identity.person', input.person)
    await cx.lock([subject])
    cx.allow(null)
    refuseUnless(mayDeclareFor(cx.actor, input.person))
    // Who cannot see the case is not told that there is one.
    if (!(await seesRoot(cx, input.root))) throw notFound()

    const id = cx.newId()
    await cx.record({
      subject,
      root: input.root,
      facts: { root: input.root },
      rows: { 'identity.conflict': [{ id, person: input.person, root: input.root, about: input.about }] },
    })
    await raiseWalls(cx, input.person)
    return { id }
  },
})
