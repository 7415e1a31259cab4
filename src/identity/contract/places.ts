/** Shapes of where somebody works from, and of why an act is theirs or not. */
import { z } from 'zod'
import { Id, listInput, listWords, listOf } from '#kernel/shapes.ts'

/** What a customer says of the place from which they come in: nobody else sees the screen there. */
export const placesOfUse = ['office', 'vehicle', 'field'] as const
export const WorkAt = z.strictObject({ unit: Id })
export const AtOffice = z.object({ unit: z.string() })

export const ExplainRight = z.strictObject({ operation: z.string().max(80), person: Id.optional() })
export const RightExplained = z.object({
  holds: z.boolean(),
  /** In whole sentences, the answer first. */
  says: z.array(z.string()),
  /** Roles that bring the right, as people say them. */
  roles: z.array(z.string()),
})
export type RightExplained = z.output<typeof RightExplained>

export const FindActs = z.strictObject({ ...listInput, ...listWords })
export const ActsFound = listOf(z.object({ name: z.string(), title: z.string() }))
