/** What is said about a body: how it came, where it lies, its effects, its papers, to whom it goes. */
import { z } from 'zod'
import { DecimalText } from '#kernel/quantity.ts'
import { Code, DateText, Id, Instant, Line, PartialDate, Prose, actions } from '#kernel/shapes.ts'
import { CoSigner, Outsider } from '#modules/evidence/contract.ts'
import { Age, onDeath } from '../../call/contract/call.ts'
import { FeatureSeen, IdentitySeen } from '../../identity/contract/identity.ts'

export const ReceiveBody = z.strictObject({
  id: Id.optional(),
  ...onDeath,
  place: Id,
  broughtBy: Line,
  broughtFrom: Line.nullish(),
  /** When whoever brought it took charge of it. */
  takenAt: Instant.nullish(),
  seal: z.string().trim().min(1).max(60).nullish(),
  condition: Line.nullish(),
  hazards: z.array(Code).max(10).default([]),
  /** Of a body that comes again: the wristband of the first stay was on it, or a new one was put on. */
  band: z.enum(['found', 'new']).nullish(),
})
export const BodyReceived = z.object({
  id: z.string(),
  thing: z.string(),
  number: z.string(),
  barcode: z.string(),
})
export const MoveBody = z.strictObject({
  ...onDeath,
  place: Id,
  witness: CoSigner.optional(),
  words: Line.nullish(),
})
export const RecordTemperature = z.strictObject({
  place: Id,
  celsius: DecimalText,
  at: Instant.nullish(),
  words: Line.nullish(),
})
export const CountBodies = z.strictObject({
  id: Id.optional(),
  morgue: Code,
  /** Numbers or wristband codes as they were scanned, each with the place where it lay. */
  found: z.array(z.strictObject({ body: Line, place: Id.nullish() })).max(500),
  words: Line.nullish(),
})
export const Counted = z.object({
  id: z.string(),
  expected: z.number(),
  found: z.number(),
  missing: z.array(z.string()),
  surplus: z.array(z.string()),
  misplaced: z.array(z.string()),
})
export const InventoryEffects = z.strictObject({
  id: Id.optional(),
  ...onDeath,
  effects: z
    .array(
      z.strictObject({
        words: Line,
        count: z.number().int().min(1).max(10_000).default(1),
        amount: DecimalText.refine((s) => !s.startsWith('-'), 'not-negative').nullish(),
        currency: z.string().trim().max(10).nullish(),
      }),
    )
    .min(1)
    .max(100),
  seal: z.string().trim().min(1).max(60),
  /** The second person, who counted with the first. */
  witness: CoSigner,
})
export const EffectsKept = z.object({ id: z.string(), number: z.string(), barcode: z.string() })
export const ReleaseEffects = z.strictObject({
  ...onDeath,
  bag: Id,
  to: Outsider,
  relation: Line.nullish(),
})
export const paperStates = ['requested', 'pending', 'approved', 'rejected'] as const
export const RecordPaper = z.strictObject({
  ...onDeath,
  /** Of the list `death-paper`. */
  kind: Code,
  state: z.enum(paperStates),
  number: Line.nullish(),
  by: Line.nullish(),
  signed: z.boolean().default(false),
  words: Line.nullish(),
})
export const ReleaseBody = z.strictObject({
  ...onDeath,
  to: Outsider,
  kind: z.enum(['relative', 'funeral-home', 'authority', 'other']),
})
export const HoldBody = z.strictObject({
  ...onDeath,
  kind: z.enum(['legal', 'court', 'review']).default('legal'),
  authority: Line,
})
export const FreeBody = z.strictObject({
  ...onDeath,
  hold: Id,
  /** The letter that lets the body go, where the hold is of the whole case. */
  authority: Line.nullish(),
})
export const MarkUnclaimed = z.strictObject({ ...onDeath, notices: Prose, authority: Line.nullish() })
export const RecordBurial = z.strictObject({
  ...onDeath,
  kind: z.enum(['buried', 'cremated']),
  on: PartialDate,
  place: Line,
  authority: Line.nullish(),
})
export const orderKinds = ['court', 'prosecution', 'coroner', 'ministry', 'other'] as const
export const ExhumeBody = z.strictObject({
  id: Id.optional(),
  ...onDeath,
  /** By whose order, and why it says so. */
  order: z.strictObject({ kind: z.enum(orderKinds), by: Line, number: Line, on: DateText, why: Line }),
  on: PartialDate,
  place: Line,
  /** In whose hands it was given at the grave. */
  takenBy: Line,
  /** By what it was known there: the plate, the wristband, who pointed it out. */
  knownBy: Line,
  present: Line.nullish(),
  condition: Line.nullish(),
})

export const MorgueBoard = z.strictObject({ morgue: Code.optional() })
export const MovingPlan = z.strictObject({ unit: Id })
const Body = z.object({
  death: z.string(),
  number: z.string(),
  name: z.string().nullable(),
  sex: z.string().nullable(),
  age: Age.nullable(),
  identity: z.string(),
  days: z.number(),
  over: z.boolean(),
  unclaimed: z.boolean(),
  homicide: z.boolean(),
  held: z.boolean(),
  next: z.string(),
})
export type BodySeen = z.output<typeof Body>
const PlaceCell = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  capacity: z.number().nullable(),
  bodies: z.array(Body),
  keptFor: z.string().nullable(),
})
export const MorgueUnit = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  limit: z.string().nullable(),
  celsius: z.string().nullable(),
  readAt: z.string().nullable(),
  readings: z.array(z.object({ at: z.string(), celsius: z.string() })),
  failing: z.boolean(),
  room: z.number(),
  filled: z.number(),
  places: z.array(PlaceCell),
})
export type MorgueUnit = z.output<typeof MorgueUnit>
const Move = z.object({
  death: z.string(),
  number: z.string(),
  from: z.object({ id: z.string(), code: z.string() }),
  to: z.object({ id: z.string(), code: z.string(), unit: z.string() }).nullable(),
  why: z.string(),
})
export const MovingPlanSeen = z.object({
  unit: z.string(),
  moves: z.array(Move),
  /** How many have no place to go to. */
  left: z.number(),
})
export type MovingPlanSeen = z.output<typeof MovingPlanSeen>
export const MorgueBoardSeen = z.object({
  morgue: z.object({ code: z.string(), name: z.string() }).nullable(),
  morgues: z.array(z.object({ code: z.string(), name: z.string() })),
  units: z.array(MorgueUnit),
  /** Taken on, and not in a place of this morgue: on the way, on the table of another, not here yet. */
  elsewhere: z.array(Body.extend({ where: z.string().nullable() })),
  here: z.number(),
  unnamed: z.number(),
  over: z.number(),
  limitDays: z.number(),
  lastCount: z
    .object({
      at: z.string(),
      by: z.string(),
      expected: z.number(),
      found: z.number(),
      missing: z.array(z.string()),
      surplus: z.array(z.string()),
      misplaced: z.array(z.string()),
    })
    .nullable(),
  plan: MovingPlanSeen.nullable(),
  actions,
})
export type MorgueBoardSeen = z.output<typeof MorgueBoardSeen>

/** What the file shows of the body. */
export const BodyHold = z.object({
  id: z.string(),
  why: z.string(),
  since: z.string(),
  /** Of the whole case: it is not lifted here; the body alone may be let go from it. */
  ofCase: z.boolean(),
})
export const BodyOfDeath = z.object({
  thing: z.string(),
  number: z.string(),
  barcode: z.string(),
  state: z.string(),
  place: z.string().nullable(),
  placeId: z.string().nullable(),
  holder: z.string().nullable(),
  since: z.string(),
  receivedAt: z.string(),
  days: z.number(),
  broughtBy: z.string(),
  broughtFrom: z.string().nullable(),
  condition: z.string().nullable(),
})
export const EffectsSeen = z.object({
  bag: z.string(),
  number: z.string(),
  seals: z.array(z.string()),
  state: z.string(),
  lines: z.array(
    z.object({
      words: z.string(),
      count: z.number(),
      amount: z.string().nullable(),
      currency: z.string().nullable(),
    }),
  ),
  /** What keeps them, in words; empty where they may go. */
  keeps: z.array(z.string()),
  released: z.object({ to: z.string(), relation: z.string().nullable(), at: z.string() }).nullable(),
})
export const PaperSeen = z.object({
  kind: z.object({ code: z.string(), name: z.string() }),
  state: z.enum(paperStates),
  number: z.string().nullable(),
  by: z.string().nullable(),
  signed: z.boolean(),
  words: z.string().nullable(),
  at: z.string(),
  needed: z.boolean(),
  /** It let the body go once; for another time another one is given. */
  used: z.boolean(),
})

/** What a death's page says of the body and of whose it is. */
export const BodyPart = z.object({
  identities: z.array(IdentitySeen),
  features: z.array(FeatureSeen),
  body: BodyOfDeath.nullable(),
  holds: z.array(BodyHold),
  /** Everything that keeps the body, in words; empty where it may go. */
  keeps: z.array(z.string()),
  effects: z.array(EffectsSeen),
  papers: z.array(PaperSeen),
  released: z.object({ to: z.string().nullable(), kind: z.string(), at: z.string() }).nullable(),
  /** How often it has been here, oldest first. */
  stays: z.array(
    z.object({
      no: z.number(),
      at: z.string(),
      broughtBy: z.string(),
      condition: z.string().nullable(),
      band: z.string().nullable(),
      released: z
        .object({ to: z.string().nullable(), kind: z.string(), at: z.string(), papers: z.array(z.string()) })
        .nullable(),
    }),
  ),
  exhumations: z.array(
    z.object({
      order: z.object({
        kind: z.enum(orderKinds),
        by: z.string(),
        number: z.string(),
        on: z.string(),
        why: z.string(),
      }),
      on: z.string(),
      place: z.string(),
      takenBy: z.string(),
      knownBy: z.string(),
      present: z.string().nullable(),
      condition: z.string().nullable(),
      at: z.string(),
      by: z.string().nullable(),
    }),
  ),
  burials: z.array(
    z.object({ kind: z.string(), on: z.string(), place: z.string(), authority: z.string().nullable() }),
  ),
})
export type BodyPart = z.output<typeof BodyPart>
