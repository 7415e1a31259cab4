/** Where I am signed in. */
import { z } from 'zod'
import { query } from '#platform/define.ts'
import { sessionsOf } from '../store.ts'

export const mySessions = query({
  name: 'identity.my-sessions',
  summary: 'Lists where the person who asks is signed in.',
  who: 'signed-in',
  input: z.strictObject({}),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        device: z.string().nullable(),
        createdAt: z.string(),
        seenAt: z.string(),
        current: z.boolean(),
      }),
    ),
  }),
  async run(cx) {
    cx.allow(null)
    return { items: (await sessionsOf(cx)).map((s) => ({ ...s, current: s.id === cx.actor.via })) }
  },
})
