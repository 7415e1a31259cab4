/** What is said to a case file: the shapes of its acts. What is shown of it stands in contract/. */
import { z } from 'zod'
import { Absent, Code, DateText, Id, Instant, Line, PartialDate, Prose } from '#kernel/shapes.ts'
import { DecimalText } from '#kernel/quantity.ts'

export const Created = z.object({ id: z.string(), number: z.string().optional() })
export const Done = z.object({ id: z.string() })

export const Alias = z.strictObject({ kind: Code, text: Line })
export const PartyInput = z
  .strictObject({
    id: Id.optional(),
    role: Code,
    /** Left out where nobody knows the name yet. */
    name: Line.nullish(),
    otherNames: z.array(Line).max(20).optional(),
    born: PartialDate.nullish(),
    age: z.number().int().min(0).max(125).nullish(),
    sex: Code.nullish(),
    address: Line.nullish(),
    phone: z.string().trim().max(40).nullish(),
    document: Line.nullish(),
    organisation: z.boolean().optional(),
    ordinal: z.number().int().min(1).max(999).nullish(),
  })
  .meta({ id: 'CaseParty' })
export type PartyInput = z.output<typeof PartyInput>
export const OffenceInput = z.strictObject({
  code: Code,
  counts: z.number().int().min(1).max(9999).nullish(),
})
export const Place = z
  .strictObject({
    district: Code.nullish(),
    settlement: Code.nullish(),
    highway: Code.nullish(),
    mile: DecimalText.nullish(),
    text: Line.nullish(),
    latitude: DecimalText.nullish(),
    longitude: DecimalText.nullish(),
  })
  .meta({ id: 'CasePlace' })
export const IncidentTime = z
  .strictObject({
    on: PartialDate.nullish(),
    absent: Absent.nullish(),
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time')
      .nullish(),
    until: PartialDate.nullish(),
  })
  .meta({ id: 'CaseIncidentTime' })
export const InvestigatorInput = z.strictObject({
  person: Id.nullish(),
  unit: Id.nullish(),
  name: Line.nullish(),
})

export const OpenCase = z.strictObject({
  id: Id.optional(),
  /** Left out, it is made of the offences and the town. */
  title: Line.optional(),
  summary: Prose.nullish(),
  type: Code,
  aliases: z.array(Alias).max(50).optional(),
  parties: z.array(PartyInput).max(200).optional(),
  offences: z.array(OffenceInput).max(100).optional(),
  place: Place.nullish(),
  incident: IncidentTime.nullish(),
  investigator: InvestigatorInput.nullish(),
  sensitivity: z.enum(['open', 'restricted']).optional(),
  priority: z.number().int().min(1).max(4).optional(),
  /** The section or counter that receives the case; else the unit of who opens it. */
  unit: Id.nullish(),
})
export type OpenCase = z.output<typeof OpenCase>

const onCase = { case: Id }
export const OfCase = z.strictObject(onCase)
export const AddAlias = z.strictObject({ ...onCase, ...Alias.shape })
export const AddParty = z.strictObject({ ...onCase, ...PartyInput.shape })
export const IdentifyParty = z.strictObject({
  ...onCase,
  party: Id,
  name: Line,
  otherNames: z.array(Line).max(20).optional(),
  born: PartialDate.nullish(),
  age: z.number().int().min(0).max(125).nullish(),
  sex: Code.nullish(),
  document: Line.nullish(),
})
export const CorrectParty = z.strictObject({
  ...onCase,
  party: Id,
  ...PartyInput.omit({ id: true }).partial().shape,
})
export const PartyOfCase = z.strictObject({ ...onCase, party: Id })
export const AddOffence = z.strictObject({ ...onCase, ...OffenceInput.shape })
export const SetIncident = z.strictObject({
  ...onCase,
  incident: IncidentTime.nullish(),
  place: Place.nullish(),
})
export const CorrectCase = z.strictObject({
  ...onCase,
  title: Line.optional(),
  summary: Prose.nullish(),
  type: Code.optional(),
})
export const RelateCases = z.strictObject({ ...onCase, other: Id, kind: Code, note: Line.nullish() })
export const SealCase = z.strictObject({
  ...onCase,
  authority: Line,
  people: z.array(Id).max(100).optional(),
})
export const UnsealCase = z.strictObject({ ...onCase, authority: Line })
export const PlaceHold = z.strictObject({
  ...onCase,
  kind: z.enum(['legal', 'court', 'appeal', 'review']),
  authority: Line,
})
export const LiftHold = z.strictObject({ ...onCase, hold: Id })
export const FlagHazard = z.strictObject({ ...onCase, hazard: Code, words: Line.nullish() })
export const ClearHazard = z.strictObject({ ...onCase, hazard: Code })
export const AddNote = z.strictObject({ id: Id.optional(), ...onCase, text: Prose })
export const RecordCommunication = z.strictObject({
  id: Id.optional(),
  ...onCase,
  way: z.enum(['telephone', 'email', 'letter', 'in-person', 'message']),
  direction: z.enum(['in', 'out']),
  with: Line,
  text: Prose,
  happenedAt: Instant.optional(),
})
export const AddDocument = z.strictObject({
  id: Id.optional(),
  ...onCase,
  file: z.string().regex(/^[0-9a-f]{64}$/, 'sha256'),
  kind: z.enum(['letter', 'order', 'warrant', 'statement', 'scan', 'photograph', 'other']).default('other'),
  note: Line.nullish(),
})
export const AssignTask = z.strictObject({
  id: Id.optional(),
  ...onCase,
  text: Line,
  assignee: Id,
  dueOn: DateText.nullish(),
})
export const CompleteTask = z.strictObject({ ...onCase, task: Id, outcome: Line.nullish() })
export const SetPriority = z.strictObject({ ...onCase, priority: z.number().int().min(1).max(4) })
export const MarkDuplicate = z.strictObject({ ...onCase, of: Id })
export const ChangeInvestigator = z.strictObject({ ...onCase, investigator: InvestigatorInput })
export const GiveAccess = z.strictObject({ ...onCase, principal: Id, until: Instant.nullish() })
export const EndAccess = z.strictObject({ ...onCase, principal: Id })
export const WhereNamed = z.strictObject({ ...onCase, party: Id })
export const WhereNamedSeen = z.object({
  places: z.array(
    z.object({
      table: z.string(),
      id: z.string(),
      column: z.string(),
      /** The whole name, or a word of it that may be somebody else's. */
      says: z.enum(['whole', 'part']),
      text: z.string(),
      /** As it will stand when it is struck out. */
      struck: z.string(),
    }),
  ),
  papers: z.array(
    z.object({ id: z.string(), name: z.string(), says: z.enum(['whole', 'part', 'no', 'unread']) }),
  ),
  /** Notes, questions, rows of an import: they go with the person. */
  values: z.number(),
})
export const ExpungeParty = z.strictObject({
  ...onCase,
  party: Id,
  authority: Line,
  /** Records in which the name is struck out: of those that `where-named` tells. */
  strike: z
    .array(z.strictObject({ table: z.string().regex(/^[a-z]+\.[a-z_]+$/), id: Id }))
    .max(500)
    .optional(),
  /** Papers whose bytes are destroyed. */
  papers: z.array(Id).max(100).optional(),
})
export const CourtEvent = z.strictObject({
  id: Id.optional(),
  ...onCase,
  on: DateText,
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time')
    .nullish(),
  court: Line.nullish(),
  text: Line,
})
/** With a code of the list `court-outcome` it is more than words: from the prosecution or the registry it starts the clocks of disposal. */
export const CourtOutcome = CourtEvent.extend({
  outcome: Code.nullish(),
  /** The charge or the appeal that it ends; with one only that stands, that one. */
  ends: Id.nullish(),
  /** Until when an appeal may be entered; else the days that the list gives. */
  appealUntil: DateText.nullish(),
})

export const DocumentFile = z.strictObject({ document: Id })

export type { AskedLine, MyAskList } from './contract/asking.ts'
