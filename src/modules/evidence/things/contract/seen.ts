/** A thing as queries show it: one line of a list, the whole page, the chain, the river, what does not agree. */
import { z } from 'zod'
import { LinkSeen } from './taking.ts'
import { Id, Instant, actions } from '#kernel/shapes.ts'

export const itemStates = [
  'received',
  'held',
  'stored',
  'left',
  'in-transit',
  'at-court',
  'missing',
  'returned',
  'consumed',
  'void',
  'disposed',
] as const
export type ItemState = (typeof itemStates)[number]
export const Hand = z.object({
  kind: z.enum(['person', 'place', 'carrier']),
  id: z.string().nullable(),
  name: z.string(),
  where: z.string().nullable(),
})
export const ItemLine = z.object({
  id: z.string(),
  number: z.string(),
  barcode: z.string(),
  root: z.string(),
  kind: z.string(),
  type: z.string().nullable(),
  description: z.string(),
  state: z.enum(itemStates),
  holder: Hand.nullable(),
  place: z.string().nullable(),
  since: z.string(),
  dueAt: z.string().nullable(),
  seals: z.array(z.string()),
  hazards: z.array(z.string()),
  /** The same in the reader's words. */
  dangers: z.array(z.string()),
  packedIn: z.string().nullable(),
  offeredTo: z.string().nullable(),
  /** The hand-over in which it is offered. */
  offer: z.string().nullable(),
  receivedAt: z.string(),
})
export type ItemLine = z.output<typeof ItemLine>
export const GetItem = z
  .strictObject({
    id: Id.optional(),
    number: z.string().trim().max(60).optional(),
    barcode: z.string().trim().max(60).optional(),
    asOf: Instant.optional(),
  })
  .refine((g) => [g.id, g.number, g.barcode].filter(Boolean).length === 1, 'one-name')
export const CustodyEventSeen = z.object({
  id: z.string(),
  seq: z.number(),
  kind: z.string(),
  state: z.string(),
  from: Hand.nullable(),
  to: Hand.nullable(),
  gaveAt: z.string().nullable(),
  at: z.string(),
  recordedAt: z.string(),
  /** Whether that party signed: with an account, or on the other's device (`gaveSign`, `tookSign`). */
  gave: z.boolean(),
  took: z.boolean(),
  gaveSign: z.string().nullable(),
  tookSign: z.string().nullable(),
  witness: z.string().nullable(),
  purpose: z.string().nullable(),
  words: z.string().nullable(),
  handOver: z.string().nullable(),
  consignment: z.string().nullable(),
  corrected: z
    .object({
      at: z.string().nullable(),
      gaveAt: z.string().nullable(),
      words: z.string().nullable(),
      by: z.string().nullable(),
    })
    .nullable(),
})
export type CustodyEventSeen = z.output<typeof CustodyEventSeen>
export const Finding = z.object({
  key: z.string(),
  kind: z.enum([
    'gap',
    'order',
    'two-holders',
    'packaging',
    'seal',
    'weight',
    'discrepancy',
    'one-party',
    'cash',
  ]),
  text: z.string(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  events: z.array(z.string()),
  explained: z.object({ words: z.string(), by: z.string(), at: z.string() }).nullable(),
})
export type Finding = z.output<typeof Finding>
export const Band = z.object({
  lane: z.number(),
  from: z.string(),
  until: z.string().nullable(),
  event: z.string(),
  present: z.boolean(),
})
export const Lane = z.object({
  key: z.string(),
  kind: z.string(),
  name: z.string(),
  where: z.string().nullable(),
})
export const SealMark = z.object({
  seal: z.string(),
  number: z.string(),
  kind: z.string(),
  at: z.string(),
  lane: z.number(),
  by: z.string(),
  words: z.string().nullable(),
})
export const River = z.object({
  lanes: z.array(Lane),
  bands: z.array(Band),
  seals: z.array(SealMark),
  now: z.string(),
  handOvers: z.number(),
  bothParties: z.number(),
})
export type River = z.output<typeof River>
export const Relative = z.object({
  id: z.string(),
  number: z.string(),
  description: z.string(),
  state: z.string(),
  link: z.enum(['self', 'split', 'packed', 'around', 'source']),
  parent: z.string().nullable(),
  depth: z.number(),
  amount: z.string().nullable(),
})
export const ItemSeen = z.object({
  id: z.string(),
  number: z.string(),
  barcode: z.string(),
  kind: z.string(),
  type: z.string().nullable(),
  typeName: z.string().nullable(),
  description: z.string(),
  count: z.number().nullable(),
  state: z.enum(itemStates),
  since: z.string(),
  dueAt: z.string().nullable(),
  case: z.object({ id: z.string(), number: z.string(), title: z.string() }),
  submission: z
    .object({
      id: z.string(),
      number: z.string(),
      by: z.string(),
      where: z.string().nullable(),
      at: z.string(),
      way: z.string().nullable(),
    })
    .nullable(),
  hazards: z.array(
    z.object({
      hazard: z.string(),
      name: z.string(),
      /** Not of the thing itself: `from` says whether of what it is packed with or of its case. */
      inherited: z.boolean(),
      from: z.enum(['item', 'packing', 'case']),
      words: z.string().nullable(),
    }),
  ),
  holder: Hand.nullable(),
  place: z.array(z.object({ id: z.string(), code: z.string(), name: z.string(), kind: z.string() })),
  shelf: z.array(
    z.object({
      id: z.string(),
      parent: z.string().nullable(),
      code: z.string(),
      name: z.string(),
      kind: z.string(),
      things: z.number(),
      here: z.boolean(),
    }),
  ),
  taken: z.object({
    from: z.object({ party: z.string(), name: z.string().nullable(), role: z.string() }).nullable(),
    at: z.string().nullable(),
    place: z.string().nullable(),
    theirNumber: z.string().nullable(),
  }),
  packaging: z.array(
    z.object({
      type: z.string(),
      typeName: z.string(),
      colour: z.string().nullable(),
      colourName: z.string().nullable(),
      size: z.string().nullable(),
      sizeName: z.string().nullable(),
      condition: z.string().nullable(),
      conditionName: z.string().nullable(),
      words: z.string().nullable(),
      at: z.string(),
    }),
  ),
  seals: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      found: z.boolean(),
      open: z.boolean(),
      by: z.string().nullable(),
      at: z.string(),
    }),
  ),
  weights: z.array(
    z.object({
      id: z.string(),
      net: z.string(),
      gross: z.string().nullable(),
      unit: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  photographs: z.array(
    z.object({
      id: z.string(),
      file: z.string(),
      type: z.string(),
      shows: z.string(),
      caption: z.string().nullable(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  particulars: z.object({
    /** The name of the form that its kind has and nobody has answered yet. */
    due: z.string().nullable(),
    /** The newest answers as they were given, to be corrected. */
    now: z.record(z.string(), z.json()).nullable(),
    told: z.array(
      z.object({
        form: z.string(),
        version: z.number(),
        at: z.string(),
        by: z.string().nullable(),
        answers: z.array(z.object({ key: z.string(), label: z.string(), text: z.string() })),
      }),
    ),
  }),
  /** How far the counting of money is; null where its kind is not money. */
  cash: z
    .object({
      state: z.enum(['none', 'waits', 'agreed', 'differs']),
      totals: z.array(z.object({ currency: z.string(), value: z.string() })),
      by: z.array(z.string()),
    })
    .nullable(),
  labels: z.number(),
  labelAt: z.string().nullable(),
  river: River,
  chain: z.array(CustodyEventSeen),
  findings: z.array(Finding),
  family: z.array(Relative),
  /** What somebody says binds it to other things; those of cases that the reader may not know of are left out. */
  links: z.array(LinkSeen),
  /** How it was recovered from the thing that it came from. */
  recovered: z.object({ method: z.string(), area: z.string() }).nullable(),
  offer: z
    .object({ handOver: z.string(), from: z.string(), to: z.string(), toId: z.string(), at: z.string() })
    .nullable(),
  holds: z.array(z.object({ kind: z.string(), text: z.string() })),
  earlier: z.array(z.object({ description: z.string(), at: z.string(), by: z.string().nullable() })),
  latest: z.array(z.object({ at: z.string(), who: z.string(), text: z.string() })),
  entries: z.number(),
  /** `more` says what it is about, where a word is not enough. */
  next: z.object({ text: z.string(), who: z.string().nullable(), more: z.string().nullable() }).nullable(),
  /** The instant as of which the record is shown; null is now. */
  asOf: z.string().nullable(),
  actions,
})
export type ItemSeen = z.output<typeof ItemSeen>
export const CustodyOfItem = z.object({
  id: z.string(),
  number: z.string(),
  chain: z.array(CustodyEventSeen),
  river: River,
  findings: z.array(Finding),
  unbroken: z.boolean(),
})

/** What a scanner or a person typed, looked up in the order thing, person, purpose, place, consignment, seal. */
export const Scan = z.strictObject({ text: z.string().trim().min(1).max(120) })
export const Scanned = z.object({
  kind: z.enum(['items', 'person', 'purpose', 'place', 'consignment', 'nothing']),
  items: z.array(ItemLine.extend({ actions })),
  person: z.object({ id: z.string(), name: z.string(), where: z.string().nullable() }).nullable(),
  purpose: z.object({ code: z.string(), name: z.string() }).nullable(),
  place: z
    .object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      path: z.string(),
      witness: z.boolean(),
      free: z.number().nullable(),
    })
    .nullable(),
  consignment: z.object({ id: z.string(), number: z.string(), from: z.string(), to: z.string() }).nullable(),
})
export type Scanned = z.output<typeof Scanned>
