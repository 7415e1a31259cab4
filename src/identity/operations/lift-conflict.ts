/** Takes a wall down again: the conflict was a mistake, or is over. Never by the person whom it keeps away. */
import { z } from 'zod'
import { Id, Line, ref } from '#kernel/shapes.ts'
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { findConflict, raiseWalls } from '../store/walls.ts'

export const liftConflict = command({
  name: 'identity.lift-conflict',
  summary: 'Takes down the wall that a declared conflict of interest put up.',
  who: ['director', 'quality-manager'],
  input: z.strictObject({ conflict: Id, words: Line }),
  output: z.object({}),
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    const known = await findConflict(cx.tx, input.conflict)
    if (!known) throw notFound()
    const subject = ref('identity.person', known.person)
    await cx.lock([subject])
    refuseUnless(unless(known.person !== cx.actor.id, no('identity.not-yourself')))

    await cx.record({
      subject,
      root: known.root,
      facts: { conflict: known.id },
      rows: { 'identity.conflict_end': [{ id: cx.newId(), conflict: known.id, words: input.words }] },
    })
    await raiseWalls(cx, known.person)
    return {}
  },
})
