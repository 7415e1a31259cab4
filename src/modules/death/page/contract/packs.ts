/** What crosses the wire about the pack with which an office goes on when the power is gone. */
import { z } from 'zod'
import { Code, Id, Line } from '#kernel/shapes.ts'

export const MakeEmergencyPack = z.strictObject({
  id: Id.optional(),
  /** The first morgue, where it is left out. */
  morgue: Code.nullish(),
  /** On what it is kept where no machine runs: a stick in the safe, a printed copy in a folder. */
  medium: Line,
  /** Blank sheets for calls; of the other kinds there are a few each time. */
  callSheets: z.number().int().min(0).max(40).default(10),
})
export const PackMade = z.object({
  id: z.string(),
  sha256: z.string(),
  size: z.number(),
  bodies: z.number(),
  deaths: z.number(),
  people: z.number(),
  sheets: z.number(),
})
export const EmergencyPacks = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export const PackLine = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string().nullable(),
  medium: z.string(),
  bodies: z.number(),
  deaths: z.number(),
  people: z.number(),
  sheets: z.number(),
  /** Sheets whose call came in. */
  entered: z.number(),
  sha256: z.string(),
  size: z.number(),
})
export type PackLine = z.output<typeof PackLine>
export const PackList = z.object({
  items: z.array(PackLine),
  /** Days since the newest one; null where there is none. */
  age: z.number().nullable(),
  morgues: z.array(z.object({ code: z.string(), name: z.string() })),
})
export const OfPack = z.strictObject({ pack: Id })
