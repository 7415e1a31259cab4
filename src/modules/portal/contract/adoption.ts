/** How far the offices outside have come to use the portal: counts by office, no names. */
import { z } from 'zod'

export const Adoption = z.strictObject({ days: z.coerce.number().int().min(1).max(366).default(30) })
export const AdoptionSeen = z.object({
  since: z.string(),
  items: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      agency: z.string(),
      people: z.number().int(),
      came: z.number().int(),
      lastSeen: z.string().nullable(),
      /** Deliveries received from this office, and how many of them were announced before. */
      deliveries: z.number().int(),
      announced: z.number().int(),
      questions: z.number().int(),
    }),
  ),
})
export type AdoptionSeen = z.output<typeof AdoptionSeen>
