/** What crosses the wire about a submission that is announced before it comes: what is coming, how it was seized, who is on the case. */
import { z } from 'zod'
import {
  Absent,
  Code,
  DateText,
  Id,
  Instant,
  Line,
  PartialDate,
  Prose,
  actions,
  listInput,
  listWords,
  listOf,
} from '#kernel/shapes.ts'
import { Alias, IncidentTime, PartyInput, Place } from '#modules/cases/contract.ts'
import {
  PackagingInput,
  PhotographInput,
  PriorHand,
  SealInput,
  itemFields,
} from '../../things/contract/parts.ts'

/** An answer, or why there is none. */
const told = <T extends z.ZodType>(value: T) =>
  z.union([z.strictObject({ value }), z.strictObject({ absent: Absent })])

/** How it was seized. Names of who stood by, and words about from whom, are personal: they go to the vault. */
export const Seizure = z
  .strictObject({
    at: Instant.nullish(),
    on: PartialDate.nullish(),
    place: Line.nullish(),
    byPerson: Id.nullish(),
    byName: Line.nullish(),
    /** One of `people` of the announcement, or why nobody is named. */
    from: told(Id).nullish(),
    fromWords: Line.nullish(),
    presence: z.array(Line).max(10).optional(),
    sealedBy: Line.nullish(),
    initialledBy: Line.nullish(),
    power: told(Code).nullish(),
    /** The number of the warrant or order. */
    authority: Line.nullish(),
  })
  .meta({ id: 'Seizure' })
export type Seizure = z.output<typeof Seizure>

export const AnnouncedItem = z
  .strictObject({
    /** Made where it is written down: the exhibit keeps it, and with it the barcode. */
    id: Id,
    description: Line,
    type: Code.nullish(),
    count: itemFields.count,
    quantity: itemFields.quantity,
    packaging: PackagingInput.nullish(),
    seals: z
      .array(SealInput.omit({ state: true }))
      .max(20)
      .default([]),
    theirNumber: itemFields.theirNumber,
    hazards: z.array(Code).max(10).default([]),
    takenFrom: Id.nullish(),
    takenPlace: Line.nullish(),
    takenAt: Instant.nullish(),
    photographs: z.array(PhotographInput).max(10).default([]),
  })
  .meta({ id: 'AnnouncedItem' })
export type AnnouncedItem = z.output<typeof AnnouncedItem>
/** What the officer would like to be answered; it is asked for once the items are here. */
export const Wish = z.strictObject({
  question: Code,
  items: z.array(Id).max(100).optional(),
  words: Line.nullish(),
})

const announcement = {
  /** The counter that will receive it. */
  to: Id,
  /** A case that the officer sees already. */
  case: Id.nullish(),
  numbers: z.array(Alias).max(12).default([]),
  title: Line.nullish(),
  offences: z.array(Code).max(10).default([]),
  incident: IncidentTime.nullish(),
  place: Place.nullish(),
  people: z
    .array(PartyInput.required({ id: true }))
    .max(30)
    .default([]),
  seizure: Seizure.nullish(),
  hands: z.array(PriorHand).max(30).default([]),
  items: z.array(AnnouncedItem).min(1).max(100),
  broughtBy: Line.nullish(),
  comesOn: DateText.nullish(),
  way: Code.nullish(),
  wants: z.array(Wish).max(20).default([]),
  words: Prose.nullish(),
}
export const SubmitPrelog = z.strictObject({ id: Id.optional(), ...announcement })
export type Announcement = Omit<z.output<typeof SubmitPrelog>, 'id'>
/** `seq` is the version that was read: what somebody else changed meanwhile is not written over. */
export const ChangePrelog = z.strictObject({ submission: Id, seq: z.number().int().min(1), ...announcement })
export const WithdrawPrelog = z.strictObject({ submission: Id, why: Line })
export const PrelogTold = z.object({ id: z.string(), number: z.string(), seq: z.number() })

export const prelogStates = ['announced', 'withdrawn', 'received', 'refused'] as const
export const MyPrelogs = z.strictObject({
  ...listInput,
  ...listWords,
  state: z.enum(['all', ...prelogStates]).default('all'),
  mine: z.stringbool().or(z.boolean()).optional(),
})
/** `to`: one counter; without it every counter that the reader serves. */
export const FindAnnounced = z.strictObject({ ...listInput, ...listWords, to: Id.optional() })
export const PrelogLine = z.object({
  id: z.string(),
  number: z.string(),
  state: z.enum(prelogStates),
  numbers: z.array(z.string()),
  title: z.string().nullable(),
  items: z.number(),
  by: z.string(),
  unit: z.string().nullable(),
  to: z.object({ id: z.string(), name: z.string() }),
  at: z.string(),
  comesOn: z.string().nullable(),
  endedAt: z.string().nullable(),
  why: z.string().nullable(),
  received: z.object({ number: z.string(), case: z.string(), caseNumber: z.string() }).nullable(),
})
export type PrelogLine = z.output<typeof PrelogLine>
export const PrelogList = listOf(PrelogLine)

export const OfPrelog = z.strictObject({ submission: Id })
const named = z.object({ code: z.string(), name: z.string() })
const PersonSeen = z.object({
  id: z.string(),
  role: named,
  name: z.string().nullable(),
  hidden: z.enum(['minor', 'complainant']).nullable(),
  age: z.number().nullable(),
  organisation: z.boolean(),
})
const SeizureSeen = z.object({
  at: z.string().nullable(),
  on: z.string().nullable(),
  place: z.string().nullable(),
  by: z.string().nullable(),
  from: z.string().nullable(),
  fromAbsent: Absent.nullable(),
  fromHidden: z.enum(['minor', 'complainant']).nullable(),
  presence: z.array(z.string()),
  sealedBy: z.string().nullable(),
  initialledBy: z.string().nullable(),
  power: named.nullable(),
  powerAbsent: Absent.nullable(),
  authority: z.string().nullable(),
})
const PrelogItemSeen = z.object({
  id: z.string(),
  barcode: z.string(),
  description: z.string(),
  type: named.nullable(),
  count: z.number().nullable(),
  quantity: z.object({ value: z.string(), unit: z.string() }).nullable(),
  packaging: z
    .object({ type: named, colour: named.nullable(), size: named.nullable(), words: z.string().nullable() })
    .nullable(),
  seals: z.array(
    z.object({ number: z.string(), type: z.string().nullable(), appliedBy: z.string().nullable() }),
  ),
  theirNumber: z.string().nullable(),
  hazards: z.array(named),
  takenFrom: z.string().nullable(),
  takenPlace: z.string().nullable(),
  takenAt: z.string().nullable(),
  photographs: z.array(z.object({ id: z.string(), shows: z.string(), caption: z.string().nullable() })),
})
export type PrelogItemSeen = z.output<typeof PrelogItemSeen>
/** What did not agree when it came: of one item, or of the whole. */
const Difference = z.object({
  item: z.string().nullable(),
  kind: z.string(),
  expected: z.string().nullable(),
  found: z.string().nullable(),
  words: z.string(),
})
export const PrelogSeen = PrelogLine.extend({
  seq: z.number(),
  case: z.object({ id: z.string(), number: z.string(), title: z.string() }).nullable(),
  numbersTold: z.array(z.object({ kind: named, text: z.string() })),
  offences: z.array(named),
  incident: IncidentTime.nullable(),
  place: Place.nullable(),
  people: z.array(PersonSeen),
  seizure: SeizureSeen.nullable(),
  hands: z.array(
    z.object({
      name: z.string(),
      where: z.string().nullable(),
      tookAt: z.string(),
      gaveAt: z.string().nullable(),
    }),
  ),
  things: z.array(PrelogItemSeen),
  broughtBy: z.string().nullable(),
  byPerson: z.string(),
  byUnit: z.string().nullable(),
  way: named.nullable(),
  wants: z.array(z.object({ question: named, items: z.array(z.string()), words: z.string().nullable() })),
  words: z.string().nullable(),
  differences: z.array(Difference),
  /** As it was said, for the form that changes it; only for who may change it. */
  told: SubmitPrelog.omit({ id: true }).nullable(),
  actions,
})
export type PrelogSeen = z.output<typeof PrelogSeen>

/** Cases and other announcements that bear one of the numbers of this one, as far as the reader may know of them. */
export const PrelogMatches = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      state: z.string(),
      by: z.array(z.string()),
      named: z.boolean(),
    }),
  ),
  announcements: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      by: z.string(),
      at: z.string(),
      numbers: z.array(z.string()),
    }),
  ),
})
export type PrelogMatches = z.output<typeof PrelogMatches>

/** The announcement as text for a code that is scanned (`rules/announcement-code.ts`); more than one part where it is long. */
export const PrelogCode = z.object({
  parts: z.array(z.string()),
  signed: z.boolean(),
  key: z.string().nullable(),
})
export const PrelogPhotograph = z.strictObject({ photograph: Id })

const choice = named
const Guidance = z.object({
  code: z.string(),
  title: z.string(),
  offences: z.array(z.string()),
  bring: z.array(z.string()),
  pack: z.array(z.string()),
  /** Item types that usually come, to begin with. */
  items: z.array(z.object({ type: z.string(), packaging: z.string().nullable() })),
  /** More items than this are explained. */
  most: z.number().nullable(),
})
export type Guidance = z.output<typeof Guidance>
/** Everything that the form offers, in one answer: it is filled in where there is no connection. */
export const PrelogForm = z.object({
  desks: z.array(z.object({ id: z.string(), name: z.string() })),
  me: z.object({ id: z.string(), name: z.string(), where: z.string().nullable() }),
  lists: z.record(z.string(), z.array(choice)),
  protectedOffences: z.array(z.string()),
  complainantRoles: z.array(z.string()),
  guidance: z.array(Guidance),
})
export type PrelogForm = z.output<typeof PrelogForm>

/** At the counter: which announcement this is, and the version that was compared. */
export const TakesUp = z
  .strictObject({ submission: Id, seq: z.number().int().min(1) })
  .meta({ id: 'TakesUp' })
export type TakesUp = z.output<typeof TakesUp>
