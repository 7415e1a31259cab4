/** Declares that a person must stay away from a case: from then on they cannot see it. */
import { z } from 'zod'
import { Id, Line, ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'

export const declareConflict = command({
  name: 'identity.declare-conflict',
  summary: 'Declares that a person must stay away from a case.',
  who: ['director', 'quality-manager', 'section-head', 'analyst', 'pathologist', 'evidence-officer'],
  input: z.strictObject({ person: Id, root: Id, about: Line }),
  output: z.object({ id: z.string() }),
  async run(cx, input) {
    cx.allow(null)

    const id = cx.newId()
    await cx.record({
      subject: ref('identity.person', input.person),
      root: input.root,
      facts: { root: input.root },
      rows: { 'identity.conflict': [{ id, person: input.person, root: input.root, about: input.about }] },
    })
    return { id }
  },
})
