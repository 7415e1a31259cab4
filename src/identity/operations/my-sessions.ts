/** Where I am signed in, and where I was in the last thirty days. */
import { z } from 'zod'
import { query } from '#platform/define.ts'
import { MySession } from '../contract/sign-in.ts'
import { sessionsOf } from '../store/sessions.ts'

export const mySessions = query({
  name: 'identity.my-sessions',
  summary: 'Lists where the person who asks is signed in, and where they were in the last thirty days.',
  who: 'signed-in',
  input: z.strictObject({}),
  output: z.object({ items: z.array(MySession), ended: z.array(MySession) }),
  async run(cx) {
    cx.allow(null)
    const all = (await sessionsOf(cx, cx.actor.id)).map((s) => ({ ...s, current: s.id === cx.actor.via }))
    return { items: all.filter((s) => s.endedAt === null), ended: all.filter((s) => s.endedAt !== null) }
  },
})
