/** What crosses the wire about collection kits: issued by serial, used in a case, returned; the board of what is out. */
import { z } from 'zod'
import { Code, DateText, Id, Line, actions, listInput, listWords, listOf } from '#kernel/shapes.ts'
import { SealInput } from '../../things/contract/parts.ts'

export const Serial = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[\p{L}\p{N} ._/-]+$/u, 'code')
  .transform((s) => s.toUpperCase())
export const IssueKit = z.strictObject({
  /** Of the laboratory's templates. */
  kit: Code,
  serials: z.array(Serial).min(1).max(200),
  expiresOn: DateText.nullish(),
  lot: Line.nullish(),
  toUnit: Id,
  toPerson: Id.nullish(),
  words: Line.nullish(),
})
export const KitsIssued = z.object({ kits: z.array(z.object({ id: z.string(), number: z.string() })) })
export const UseKit = z.strictObject({
  serial: Serial,
  case: Id,
  /** What was collected of what the kit holds; what was not used is left out. */
  collected: z
    .array(
      z.strictObject({
        id: Id.optional(),
        code: Code,
        count: z.number().int().min(1).max(999),
        description: Line.nullish(),
        seals: z.array(SealInput).max(5).optional(),
      }),
    )
    .min(1)
    .max(100),
  /** The party from whom it was collected, where it was a person. */
  takenFrom: Id.nullish(),
  /** With which the whole kit was closed afterwards. */
  seal: z.string().trim().min(1).max(60).nullish(),
  words: Line.nullish(),
})
export const KitUsed = z.object({
  id: z.string(),
  number: z.string(),
  items: z.array(z.object({ id: z.string(), number: z.string(), barcode: z.string() })),
})
export const ReturnKit = z.strictObject({
  serial: Serial,
  condition: z.enum(['unused', 'damaged', 'expired']),
  words: Line.nullish(),
})
export const kitStates = ['out', 'used', 'stock', 'scrapped'] as const
export const FindKits = z.strictObject({
  ...listInput,
  ...listWords,
  state: z.enum([...kitStates, 'expired', 'all']).default('out'),
  kit: Code.optional(),
  unit: Id.optional(),
})
const KitLine = z.object({
  id: z.string(),
  number: z.string(),
  kit: z.string(),
  name: z.string(),
  state: z.enum(kitStates),
  expired: z.boolean(),
  expiresOn: z.string().nullable(),
  /** The office or station that has it, or had it last. */
  unit: z.string().nullable(),
  person: z.string().nullable(),
  since: z.string(),
})
export type KitLine = z.output<typeof KitLine>
export const KitList = listOf(KitLine)
export const GetKit = z.strictObject({ kit: Id })
export const KitSeen = KitLine.extend({
  lot: z.string().nullable(),
  contents: z.array(
    z.object({ code: z.string(), name: z.string(), count: z.number(), itemType: z.string().nullable() }),
  ),
  /** Null where it was not used, or in a case that this reader may not know of. */
  thing: z.object({ id: z.string(), number: z.string() }).nullable(),
  history: z.array(
    z.object({
      kind: z.enum(['issued', 'used', 'returned']),
      at: z.string(),
      by: z.string(),
      unit: z.string().nullable(),
      person: z.string().nullable(),
      condition: z.string().nullable(),
      words: z.string().nullable(),
    }),
  ),
  actions,
})
export type KitSeen = z.output<typeof KitSeen>
export const KitBoardQuery = z.strictObject({})
export const KitBoard = z.object({
  rows: z.array(
    z.object({
      kit: z.string(),
      name: z.string(),
      unit: z.string(),
      unitName: z.string(),
      out: z.number(),
      expired: z.number(),
      soon: z.number(),
      used: z.number(),
    }),
  ),
})
export type KitBoard = z.output<typeof KitBoard>
