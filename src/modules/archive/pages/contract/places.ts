/** What crosses the wire when both places of the files are compared. */
import { z } from 'zod'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'sha256')
export const ComparePlaces = z.strictObject({
  /** From the file after this one on. */
  after: Sha256.nullish(),
  most: z.number().int().min(1).max(5000).default(1000),
  heal: z.boolean().default(false),
})
const standing = z.enum(['whole', 'missing', 'changed'])
export const PlacesCompared = z.object({
  id: z.string(),
  compared: z.number().int(),
  wrong: z.array(z.object({ sha256: z.string(), near: standing, far: standing, healed: z.boolean() })),
  healed: z.number().int(),
  /** Where the next count goes on; null: this was the last. */
  next: z.string().nullable(),
})
