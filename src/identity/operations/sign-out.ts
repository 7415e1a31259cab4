/** Ends the session with which it is asked. */
import { z } from 'zod'
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { endSession } from '../store/sessions.ts'

export const signOut = command({
  name: 'identity.sign-out',
  summary: 'Ends the session with which it is asked.',
  who: 'signed-in',
  input: z.strictObject({}),
  output: z.object({ setSession: z.null() }),
  async run(cx) {
    cx.allow(null)

    if (cx.actor.via) await endSession(cx, cx.actor.via)
    await cx.record({ subject: ref('identity.person', cx.actor.id), facts: { session: cx.actor.via } })
    return { setSession: null }
  },
})
