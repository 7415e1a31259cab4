/** What is asked and answered about many things: worklist, hands, transit, overdue. */
import { z } from 'zod'
import { Code, DateText, Id, listInput, listWords, listOf } from '#kernel/shapes.ts'
import { itemStates, ItemLine } from './seen.ts'

export const FindItems = z.strictObject({
  ...listInput,
  ...listWords,
  case: Id.optional(),
  submission: Id.optional(),
  state: z.enum(['all', 'here', ...itemStates]).default('here'),
  type: Code.optional(),
  hazard: Code.optional(),
  holder: Id.optional(),
  container: Id.optional(),
  mine: z.coerce.boolean().optional(),
  from: DateText.optional(),
  until: DateText.optional(),
  sort: z.enum(['newest', 'oldest', 'number']).default('newest'),
})
export const ItemList = listOf(ItemLine)
export const HeldBy = z.strictObject({ ...listInput, person: Id.optional() })
export const HandOverLine = z.object({
  id: z.string(),
  from: z.string(),
  fromId: z.string(),
  to: z.string(),
  toId: z.string(),
  at: z.string(),
  purpose: z.string().nullable(),
  things: z.array(ItemLine),
})
export const Held = z.object({
  items: z.array(ItemLine),
  nextCursor: z.string().nullable(),
  toAccept: z.array(HandOverLine),
  offered: z.array(HandOverLine),
  person: z.object({ id: z.string(), name: z.string() }),
})
export const InTransit = z.strictObject({ ...listInput, late: z.coerce.boolean().optional() })
export const ConsignmentLine = z.object({
  id: z.string(),
  number: z.string(),
  carrier: z.string(),
  reference: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  toUnit: z.string().nullable(),
  sentAt: z.string(),
  dueAt: z.string(),
  late: z.boolean(),
  hours: z.number(),
  /** Whether this reader may receive it, and why not. */
  mine: z.object({ ok: z.boolean(), why: z.string().optional() }),
  things: z.array(ItemLine),
})
export const Travelling = z.object({ items: z.array(ConsignmentLine), nextCursor: z.string().nullable() })
export const Overdue = z.strictObject({ ...listInput })
export const OverdueLine = z.object({
  item: ItemLine,
  why: z.enum(['in-transit', 'at-court', 'not-accepted', 'missing']),
  since: z.string(),
  hours: z.number(),
  tell: z.array(z.string()),
})
export const OverdueList = z.object({ items: z.array(OverdueLine), nextCursor: z.string().nullable() })

/** Words that a laboratory is about to propose for a sentence of a paper of custody. */
export const PreviewCustodyWords = z.strictObject({
  key: Code,
  en: z.string().max(20_000),
  es: z.string().max(20_000),
  language: z.enum(['en', 'es']).default('en'),
})
/** `number` is null where the reader may see nothing that would say it; the drawing has its pages one beneath another. */
export const CustodyWordsSeen = z.object({
  number: z.string().nullable(),
  svg: z.string(),
  pages: z.number(),
})
