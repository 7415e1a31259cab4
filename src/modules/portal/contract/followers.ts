/** Shapes of who is told how a case goes beside its investigator. */
import { z } from 'zod'
import { Id } from '#kernel/shapes.ts'

export const follows = ['copy', 'informed'] as const
export const NameFollower = z.strictObject({ case: Id, person: Id, follows: z.enum(follows) })
export const EndFollower = z.strictObject({ case: Id, person: Id })
export const FollowerSet = z.object({ id: z.string() })
export const FollowerSeen = z.object({
  person: z.string(),
  name: z.string(),
  office: z.string().nullable(),
  follows: z.enum(follows),
})
export type FollowerSeen = z.output<typeof FollowerSeen>
