/** What crosses the wire when money is counted: notes and coins by face value, one person's count, how the counts of two people stand. */
import { z } from 'zod'
import { Id, Line, actions } from '#kernel/shapes.ts'
import { CoSigner, onItem } from './parts.ts'

const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'currency')
  .meta({ examples: ['XTS'] })
/** A face value as it stands on the note: no sign, no exponent. */
const Face = z
  .string()
  .regex(/^(0|[1-9]\d{0,8})(\.\d{1,3})?$/, 'decimal')
  .refine((s) => !/^0(\.0+)?$/.test(s), 'decimal')
  .meta({ examples: ['100'] })
export const CashLine = z
  .strictObject({ currency: Currency, face: Face, pieces: z.number().int().min(0).max(10_000_000) })
  .meta({ id: 'CashLine' })
export type CashLine = z.output<typeof CashLine>

export const CountCash = z.strictObject({
  id: Id.optional(),
  ...onItem,
  lines: z.array(CashLine).min(1).max(200),
  /** Of those, how many look doubtful; they are counted all the same. */
  doubtful: z.number().int().min(0).max(10_000_000).nullish(),
  words: Line.nullish(),
  /** Whose count this is, where a colleague counts at this desk and signs with the own PIN. */
  counter: CoSigner.optional(),
})
const Total = z.object({ currency: z.string(), value: z.string() })
const Difference = z.object({
  currency: z.string(),
  face: z.string(),
  first: z.number(),
  second: z.number(),
})
export type CashDifference = z.output<typeof Difference>
export const CashCounted = z.object({
  id: z.string(),
  round: z.number(),
  /** `waits`: for the second person. */
  state: z.enum(['waits', 'agreed', 'differs']),
  totals: z.array(Total),
  differs: z.array(Difference),
})
export const CashOfItem = z.strictObject(onItem)
const CashCountSeen = z.object({
  id: z.string(),
  by: z.string(),
  at: z.string(),
  signed: z.enum(['session', 'pin']),
  /** Null while it waits for the second person: nobody counts towards a known sum. */
  lines: z.array(CashLine).nullable(),
  totals: z.array(Total).nullable(),
  doubtful: z.number().nullable(),
  words: z.string().nullable(),
})
const CashRound = z.object({
  round: z.number(),
  state: z.enum(['waits', 'agreed', 'differs']),
  first: CashCountSeen,
  second: CashCountSeen.nullable(),
  differs: z.array(Difference),
})
export type CashRound = z.output<typeof CashRound>
export const CashSeen = z.object({
  item: z.object({
    id: z.string(),
    number: z.string(),
    description: z.string(),
    case: z.object({ id: z.string(), number: z.string() }),
  }),
  state: z.enum(['none', 'waits', 'agreed', 'differs']),
  /** What two people agree on; empty before that. */
  totals: z.array(Total),
  rounds: z.array(CashRound),
  /** Currencies of the laboratory with the notes and coins in use. */
  currencies: z.array(z.object({ code: z.string(), name: z.string(), faces: z.array(z.string()) })),
  actions,
})
export type CashSeen = z.output<typeof CashSeen>
