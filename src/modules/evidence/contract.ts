/** What crosses the wire about evidence: submissions, items, hands, seals, places. */
import { z } from 'zod'
import {
  Code,
  DateText,
  Id,
  Instant,
  Line,
  PartialDate,
  Prose,
  actions,
  listInput,
  listOf,
} from '#kernel/shapes.ts'
import { DecimalText } from '#kernel/quantity.ts'
import { OpenCase } from '#modules/cases/contract.ts'

export const Created = z.object({ id: z.string(), number: z.string().optional() })
export const Done = z.object({ id: z.string() })
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'sha256')
/** A weight or a volume that somebody puts in: never below nothing. */
const Amount = DecimalText.refine((s) => !s.startsWith('-'), 'not-negative')
const Unit = z.string().trim().min(1).max(20)

/** The second person, who signs in the same act with the PIN. */
export const CoSigner = z
  .strictObject({ person: Id, pin: z.string().regex(/^\d{4,12}$/, 'pin') })
  .meta({ id: 'CoSigner' })
export type CoSigner = z.output<typeof CoSigner>
export const Things = z.array(Id).min(1).max(500)
/** With `partly` the rows that may go, go, and the others are named; without it one bad row stops all. */
const partly = z.boolean().default(false)
export const RefusedRow = z.object({ thing: z.string(), number: z.string(), why: z.string() })
export const refusedRows = z.array(RefusedRow)

export const PackagingInput = z
  .strictObject({
    type: Code,
    colour: Code.nullish(),
    size: Code.nullish(),
    condition: Code.nullish(),
    words: Line.nullish(),
  })
  .meta({ id: 'Packaging' })
export const SealInput = z
  .strictObject({
    number: z.string().trim().min(1).max(60),
    type: Code.nullish(),
    state: z.enum(['intact', 'damaged', 'broken']).default('intact'),
    appliedBy: Line.nullish(),
    appliedAt: Instant.nullish(),
  })
  .meta({ id: 'SealFound' })
export const PhotographInput = z
  .strictObject({
    file: Sha256,
    shows: z.enum(['item', 'packaging', 'seal', 'label', 'contents', 'other']).default('item'),
    caption: Line.nullish(),
    at: Instant.nullish(),
  })
  .meta({ id: 'PhotographInput' })
export const DiscrepancyInput = z
  .strictObject({
    kind: z.enum(['count', 'description', 'packaging', 'seal', 'label', 'weight', 'paper', 'other']),
    expected: Line.nullish(),
    found: Line.nullish(),
    words: Line,
  })
  .meta({ id: 'DiscrepancyInput' })
/** Who held it before it came here: a person known to the house or a name. */
export const PriorHand = z
  .strictObject({
    person: Id.nullish(),
    name: Line.nullish(),
    where: Line.nullish(),
    tookAt: Instant,
    gaveAt: Instant.nullish(),
  })
  .refine((p) => Boolean(p.person ?? p.name), 'person-or-name')
  .meta({ id: 'PriorHand' })
export const Submitter = z
  .strictObject({ person: Id.nullish(), name: Line.nullish(), unit: Id.nullish(), where: Line.nullish() })
  .refine((s) => Boolean(s.person ?? s.name), 'person-or-name')
  .meta({ id: 'Submitter' })

const itemFields = {
  id: Id.optional(),
  description: Line,
  type: Code.nullish(),
  kind: z.enum(['item', 'container', 'kit']).default('item'),
  count: z.number().int().min(1).max(100_000).nullish(),
  quantity: z.strictObject({ value: Amount, unit: Unit }).nullish(),
  packaging: PackagingInput.nullish(),
  seals: z.array(SealInput).max(20).optional(),
  photographs: z.array(PhotographInput).max(50).optional(),
  discrepancies: z.array(DiscrepancyInput).max(20).optional(),
  hazards: z.array(Code).max(10).optional(),
  before: z.array(PriorHand).max(30).optional(),
  /** A party of the case: names stand in the vault of cases only, and are masked there. */
  takenFrom: Id.nullish(),
  takenAt: Instant.nullish(),
  takenOn: PartialDate.nullish(),
  takenPlace: Line.nullish(),
  theirNumber: z.string().trim().max(60).nullish(),
}
export const ItemInput = z.strictObject(itemFields).meta({ id: 'ItemInput' })
export type ItemInput = z.output<typeof ItemInput>
export const KitContents = z.array(ItemInput).max(100)
export const SubmittedItem = z
  .strictObject({ ...itemFields, contents: KitContents.optional() })
  .meta({ id: 'SubmittedItem' })

export const ReceiveSubmission = z
  .strictObject({
    id: Id.optional(),
    case: Id.optional(),
    newCase: OpenCase.optional(),
    submittedBy: Submitter,
    way: Code.nullish(),
    words: Prose.nullish(),
    before: z.array(PriorHand).max(30).optional(),
    items: z.array(SubmittedItem).min(1).max(200),
    coSigner: CoSigner.optional(),
  })
  .refine((s) => (s.case === undefined) !== (s.newCase === undefined), 'case-or-new-case')
export type ReceiveSubmission = z.output<typeof ReceiveSubmission>
export const SubmissionReceived = z.object({
  id: z.string(),
  number: z.string(),
  case: z.object({ id: z.string(), number: z.string() }),
  items: z.array(z.object({ id: z.string(), number: z.string(), barcode: z.string() })),
})
export const RefuseSubmission = z.strictObject({
  id: Id.optional(),
  case: Id,
  submittedBy: Submitter,
  why: Code,
  words: Line.nullish(),
})
export const ReceiveItem = z.strictObject({
  case: Id,
  submission: Id.nullish(),
  from: Submitter,
  ...itemFields,
})
export const ItemCreated = z.object({ id: z.string(), number: z.string(), barcode: z.string() })

const onItem = { item: Id }
export const OfItem = z.strictObject(onItem)
export const CorrectDescription = z.strictObject({
  ...onItem,
  description: Line,
  type: Code.nullish(),
  count: z.number().int().min(1).max(100_000).nullish(),
})
export const PhotographItem = z.strictObject({ id: Id.optional(), ...onItem, ...PhotographInput.shape })
export const SealItem = z.strictObject({
  id: Id.optional(),
  ...onItem,
  number: z.string().trim().min(1).max(60),
  type: Code.nullish(),
  witness: CoSigner.optional(),
})
export const BreakSeal = z.strictObject({
  ...onItem,
  number: z.string().trim().min(1).max(60),
  condition: z.enum(['intact', 'damaged']).default('intact'),
  why: Line,
  photograph: PhotographInput.nullish(),
})
export const NoteDiscrepancy = z.strictObject({ id: Id.optional(), ...onItem, ...DiscrepancyInput.shape })
export const PrintLabel = z.strictObject({
  items: Things.max(200),
  format: z.enum(['pdf', 'zpl']).default('pdf'),
})
export const DefineLocation = z.strictObject({
  id: Id.optional(),
  parent: Id.nullish(),
  unit: Id.nullish(),
  code: z
    .string()
    .trim()
    .min(1)
    .max(30)
    .regex(/^[\p{L}\p{N} ._/-]+$/u, 'code'),
  name: Line,
  kind: z.enum(['site', 'room', 'rack', 'shelf', 'box', 'safe', 'freezer', 'cupboard']),
  witness: z.boolean().default(false),
  capacity: z.number().int().min(1).max(100_000).nullish(),
  keeps: z.array(Code).max(20).default([]),
  position: z.number().int().min(0).max(9_999).default(0),
})
export const StoreItem = z.strictObject({ things: Things, partly, place: Id, witness: CoSigner.optional() })
export const RetrieveItem = z.strictObject({
  things: Things,
  partly,
  purpose: Line.nullish(),
  witness: CoSigner.optional(),
})
export const HandOver = z.strictObject({
  id: Id.optional(),
  things: Things,
  partly,
  to: Id,
  purpose: Line.nullish(),
  words: Line.nullish(),
  coSigner: CoSigner.optional(),
})
export const HandOverDone = z.object({
  id: z.string(),
  state: z.enum(['offered', 'accepted']),
  things: z.number(),
  refused: refusedRows,
})
/** Without `things` the whole offer is meant. */
export const AnswerHandOver = z.strictObject({
  handOver: Id,
  things: Things.optional(),
  partly,
  words: Line.nullish(),
})
export const DeclineHandOver = z.strictObject({
  handOver: Id,
  things: Things.optional(),
  partly,
  why: Code,
  words: Line.nullish(),
})
export const Answered = z.object({ id: z.string(), things: z.number(), refused: refusedRows })
export const TakeSubsample = z.strictObject({
  id: Id.optional(),
  ...onItem,
  description: Line,
  type: Code.nullish(),
  amount: Amount.nullish(),
  unit: Unit.nullish(),
  how: Line.nullish(),
  packaging: PackagingInput.nullish(),
})
export const ItemisePackage = z.strictObject({
  ...onItem,
  seal: z.string().trim().max(60).nullish(),
  why: Line,
  condition: z.enum(['intact', 'damaged']).default('intact'),
  found: z.array(ItemInput).min(1).max(200),
  expected: z.number().int().min(0).max(100_000).nullish(),
})
export const ItemsCreated = z.object({ id: z.string(), items: z.array(ItemCreated) })
export const PackItems = z
  .strictObject({ things: Things, container: Id.nullish(), newContainer: ItemInput.nullish() })
  .refine((p) => Boolean(p.container) !== Boolean(p.newContainer), 'container-or-new-container')
export const UnpackItems = z.strictObject({ things: Things })
export const WeighItem = z
  .strictObject({
    id: Id.optional(),
    ...onItem,
    gross: Amount.nullish(),
    tare: Amount.nullish(),
    net: Amount.nullish(),
    unit: Unit,
    equipment: Id.nullish(),
    tolerance: Amount.nullish(),
    witness: CoSigner.optional(),
    words: Line.nullish(),
  })
  .refine((w) => (w.net ?? w.gross) !== undefined && (w.net ?? w.gross) !== null, 'net-or-gross')
export const Weighed = z.object({
  id: z.string(),
  net: z.object({ value: z.string(), unit: z.string() }),
  expected: z.string().nullable(),
  finding: z.string().nullable(),
})
export const ConsumeItem = z.strictObject({
  ...onItem,
  amount: Amount.nullish(),
  unit: Unit.nullish(),
  whole: z.boolean().default(false),
  why: Line,
})
export const DispatchConsignment = z
  .strictObject({
    id: Id.optional(),
    things: Things,
    partly,
    carrier: Line,
    reference: z.string().trim().max(80).nullish(),
    toUnit: Id.nullish(),
    toName: Line.nullish(),
    hours: z.number().int().min(1).max(2_000).default(48),
    words: Line.nullish(),
  })
  .refine((c) => Boolean(c.toUnit ?? c.toName), 'unit-or-name')
export const ReceiveConsignment = z.strictObject({
  consignment: Id,
  things: Things.optional(),
  sealsSeen: z
    .array(
      z.strictObject({
        thing: Id,
        number: z.string().trim().max(60),
        state: z.enum(['intact', 'damaged', 'broken']),
      }),
    )
    .max(500)
    .optional(),
  words: Line.nullish(),
})
export const CheckOutToCourt = z
  .strictObject({
    things: Things,
    partly,
    court: Line,
    by: Id.nullish(),
    byName: Line.nullish(),
    dueBack: Instant,
    purpose: Line.nullish(),
    coSigner: CoSigner.optional(),
  })
  .refine((c) => Boolean(c.by ?? c.byName), 'person-or-name')
export const ReturnFromCourt = z.strictObject({ things: Things, partly, words: Line.nullish() })
export const ReportMissing = z.strictObject({ things: Things, partly, words: Line })
export const ReportFound = z.strictObject({ things: Things, partly, where: Line, words: Line.nullish() })
export const ReturnItem = z.strictObject({
  things: Things,
  partly,
  toName: Line,
  toPerson: Id.nullish(),
  document: Line.nullish(),
  authority: Line,
  coSigner: CoSigner.optional(),
})
export const FlagHazard = z.strictObject({ ...onItem, hazard: Code, words: Line.nullish() })
export const MakeSafe = z.strictObject({ ...onItem, hazard: Code, how: Line, witness: CoSigner.optional() })
export const ExplainDifference = z.strictObject({
  ...onItem,
  about: z.string().min(1).max(120),
  words: Prose,
})
export const CorrectCustodyEntry = z.strictObject({
  ...onItem,
  event: Id,
  at: Instant.nullish(),
  gaveAt: Instant.nullish(),
  purpose: Line.nullish(),
  words: Line.nullish(),
})
export const Moved = z.object({ things: z.number(), refused: refusedRows })
export const RepackItem = z.strictObject({ ...onItem, packaging: PackagingInput })

export const itemStates = [
  'received',
  'held',
  'stored',
  'in-transit',
  'at-court',
  'missing',
  'returned',
  'consumed',
  'void',
  'disposed',
] as const
export type ItemState = (typeof itemStates)[number]
export const FindItems = z.strictObject({
  ...listInput,
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
  packedIn: z.string().nullable(),
  offeredTo: z.string().nullable(),
  receivedAt: z.string(),
})
export type ItemLine = z.output<typeof ItemLine>
export const ItemList = listOf(ItemLine)

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
  gave: z.boolean(),
  took: z.boolean(),
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
  kind: z.enum(['gap', 'order', 'two-holders', 'packaging', 'seal', 'weight', 'discrepancy', 'one-party']),
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
    z.object({ hazard: z.string(), name: z.string(), inherited: z.boolean(), words: z.string().nullable() }),
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
      shows: z.string(),
      caption: z.string().nullable(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  labels: z.number(),
  river: River,
  chain: z.array(CustodyEventSeen),
  findings: z.array(Finding),
  family: z.array(Relative),
  offer: z
    .object({ handOver: z.string(), from: z.string(), to: z.string(), toId: z.string(), at: z.string() })
    .nullable(),
  holds: z.array(z.object({ kind: z.string(), text: z.string() })),
  earlier: z.array(z.object({ description: z.string(), at: z.string(), by: z.string().nullable() })),
  latest: z.array(z.object({ at: z.string(), who: z.string(), text: z.string() })),
  entries: z.number(),
  next: z.object({ text: z.string(), who: z.string().nullable() }).nullable(),
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
export const StoreMap = z.strictObject({ unit: Id.optional(), place: Id.optional() })
export const PlaceSeen = z.object({
  id: z.string(),
  parent: z.string().nullable(),
  unit: z.string(),
  unitName: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  witness: z.boolean(),
  capacity: z.number().nullable(),
  here: z.number(),
  beneath: z.number(),
  hazards: z.array(z.string()),
})
export type PlaceSeen = z.output<typeof PlaceSeen>
export const StoreMapSeen = z.object({ places: z.array(PlaceSeen), items: z.array(ItemLine), actions })
export const CustodyForm = z.strictObject({ item: Id, language: z.enum(['en', 'es']).optional() })
export const LabelQuery = z.strictObject({
  items: z
    .string()
    .max(8_000)
    .transform((s) => s.split(','))
    .pipe(z.array(Id).min(1).max(200)),
  format: z.enum(['pdf', 'zpl']).default('pdf'),
})
export const PhotographFile = z.strictObject({ photograph: Id })
export const FindPlaces = z.strictObject({
  q: z.string().max(100).optional(),
  unit: Id.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export const FoundPlaces = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      kind: z.string(),
      path: z.string(),
      witness: z.boolean(),
      free: z.number().nullable(),
    }),
  ),
})
