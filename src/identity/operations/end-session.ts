/** Ends one of my sessions, such as one left open on another machine. */
import { z } from 'zod'
import { Id, ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { endSession, sessionsOf } from '../store/sessions.ts'

export const endSessionOperation = command({
  name: 'identity.end-session',
  summary: 'Ends one of my sessions, such as one left open on another machine.',
  who: 'signed-in',
  input: z.strictObject({ session: Id }),
  output: z.object({}),
  async run(cx, input) {
    cx.allow(null)
    const open = (await sessionsOf(cx, cx.actor.id)).some((s) => s.id === input.session && s.endedAt === null)
    if (!open) throw notFound()

    await endSession(cx, input.session)
    await cx.record({ subject: ref('identity.person', cx.actor.id), facts: { session: input.session } })
    return {}
  },
})
