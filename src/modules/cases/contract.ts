/** What crosses the wire about case files. */
import { z } from 'zod'
import {
  Absent,
  actions,
  Code,
  DateText,
  Id,
  Instant,
  Line,
  PartialDate,
  Prose,
  listInput,
  listOf,
} from '#kernel/shapes.ts'
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
  title: Line,
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
export const ExpungeParty = z.strictObject({ ...onCase, party: Id, authority: Line })
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

const hidden = z.enum(['minor', 'complainant']).nullable()
export const Party = z.object({
  id: z.string(),
  role: z.string(),
  roleName: z.string().optional(),
  ordinal: z.number().nullable(),
  name: z.string().nullable(),
  otherNames: z.array(z.string()),
  born: z.string().nullable(),
  hidden,
  sex: z.string().nullable(),
  age: z.number().nullable(),
  minor: z.boolean(),
  identified: z.boolean(),
  organisation: z.boolean(),
})
export const Named = z.object({ code: z.string(), name: z.string() })
export const HoldSeen = z.object({
  id: z.string(),
  subject: z.string(),
  kind: z.string(),
  why: z.string(),
  since: z.string(),
})
export const OpenThing = z.object({
  kind: z.string(),
  subject: z.string().nullable(),
  text: z.string(),
  since: z.string().nullable(),
})
export const Completeness = z.object({
  complete: z.boolean(),
  open: z.array(OpenThing),
  counts: z.array(z.object({ kind: z.string(), open: z.number(), done: z.number() })),
})
export const IncidentSeen = z
  .object({
    on: z.string().nullable(),
    absent: Absent.nullable(),
    until: z.string().nullable(),
    time: z.string().nullable(),
    precision: z.string(),
    district: Named.nullable(),
    settlement: Named.nullable(),
    highway: Named.nullable(),
    mile: z.string().nullable(),
    text: z.string().nullable(),
    latitude: z.string().nullable(),
    longitude: z.string().nullable(),
  })
  .nullable()
export const InvestigatorSeen = z
  .object({
    person: z.string().nullable(),
    name: z.string().nullable(),
    unit: z.string().nullable(),
    unitName: z.string().nullable(),
    agency: z.string().nullable(),
    agencyName: z.string().nullable(),
  })
  .nullable()

export const CaseSeen = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  summary: z.string().nullable(),
  type: Named,
  state: z.enum(['open', 'closed']),
  restricted: z.boolean(),
  sealed: z.boolean(),
  guarded: z.boolean(),
  priority: z.number(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  duplicateOf: z.object({ id: z.string(), number: z.string() }).nullable(),
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  aliases: z.array(z.object({ kind: z.string(), kindName: z.string(), text: z.string() })),
  parties: z.array(Party),
  offences: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      iccs: z.string().nullable(),
      counts: z.number().nullable(),
    }),
  ),
  incident: IncidentSeen,
  investigator: InvestigatorSeen,
  holds: z.array(HoldSeen),
  completeness: Completeness,
  tasks: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      assignee: z.string(),
      assigneeName: z.string(),
      dueOn: z.string().nullable(),
      done: z.boolean(),
    }),
  ),
  notes: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      way: z.string().nullable(),
      with: z.string().nullable(),
      direction: z.string().nullable(),
      text: z.string().nullable(),
      at: z.string(),
      by: z.string().nullable(),
    }),
  ),
  documents: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      mediaType: z.string(),
      size: z.number(),
      file: z.string(),
      note: z.string().nullable(),
      at: z.string(),
    }),
  ),
  court: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      on: z.string(),
      time: z.string().nullable(),
      court: z.string().nullable(),
      text: z.string(),
    }),
  ),
  related: z.array(z.object({ id: z.string(), number: z.string(), title: z.string(), kind: z.string() })),
  historyCount: z.number(),
  next: z.object({ text: z.string(), since: z.string().nullable() }).nullable(),
  actions,
})

export const FindAnything = z.strictObject({
  q: z.string().trim().min(1).max(200),
  kind: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  offset: z.coerce.number().int().min(0).max(1000).default(0),
})
export const Hit = z.object({
  subject: z.string(),
  kind: z.string(),
  label: z.string(),
  root: z.string().nullable(),
  why: z.enum(['same', 'begins', 'part', 'words', 'sounds', 'similar']),
  score: z.number(),
  case: z.object({ id: z.string(), number: z.string(), title: z.string(), state: z.string() }).nullable(),
})
export const Hits = z.object({
  items: z.array(Hit),
  total: z.number(),
  totalIsAtLeast: z.boolean(),
  nextCursor: z.string().nullable(),
})

export const FindCases = z.strictObject({
  ...listInput,
  state: z.enum(['open', 'closed', 'all']).default('open'),
  type: Code.optional(),
  district: Code.optional(),
  offence: Code.optional(),
  investigator: Id.optional(),
  unit: Id.optional(),
  priority: z.coerce.number().int().min(1).max(4).optional(),
  from: DateText.optional(),
  until: DateText.optional(),
  sort: z.enum(['newest', 'oldest', 'number', 'priority', 'offence-day']).default('newest'),
})
export const CaseLine = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  type: z.string(),
  typeName: z.string(),
  state: z.string(),
  priority: z.number(),
  district: z.string().nullable(),
  districtName: z.string().nullable(),
  offences: z.array(z.string()),
  investigatorName: z.string().nullable(),
  unitName: z.string().nullable(),
  offenceOn: z.string().nullable(),
  openedAt: z.string(),
  restricted: z.boolean(),
  sealed: z.boolean(),
  guarded: z.boolean(),
  open: z.number(),
})
export const CaseList = listOf(CaseLine)

export const TimelineQuery = z.strictObject({ case: Id, asOf: Instant.optional() })
export const lanes = ['offence', 'scene', 'exhibits', 'requests', 'results', 'reports', 'court'] as const
export const TimelineEvent = z.object({
  id: z.string(),
  lane: z.enum(lanes),
  at: z.string(),
  until: z.string().nullable(),
  kind: z.enum(['point', 'bar', 'planned', 'trouble']),
  tone: z.string(),
  text: z.string(),
  action: z.string(),
  subject: z.string(),
  recordedAt: z.string(),
  count: z.number(),
})
export const Timeline = z.object({
  events: z.array(TimelineEvent),
  entries: z.number(),
  later: z.number(),
  asOf: z.string().nullable(),
  now: z.string(),
})

export const HistoryQuery = z.strictObject({
  case: Id,
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  asOf: Instant.optional(),
})
export const History = z.object({
  items: z.array(
    z.object({
      no: z.number(),
      id: z.string(),
      action: z.string(),
      subject: z.string(),
      text: z.string(),
      who: z.string(),
      occurredAt: z.string(),
      recordedAt: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  nextBefore: z.number().nullable(),
  total: z.number(),
})
export const AsKnownQuery = z.strictObject({ case: Id, asOf: Instant })
export const CaseAsKnown = CaseSeen.pick({
  id: true,
  number: true,
  title: true,
  summary: true,
  state: true,
  restricted: true,
  sealed: true,
  priority: true,
  aliases: true,
  parties: true,
  offences: true,
  incident: true,
  investigator: true,
  holds: true,
  court: true,
  type: true,
}).extend({ asOf: z.string(), later: z.number() })
export const Related = z.object({
  nodes: z.array(z.object({ id: z.string(), number: z.string(), title: z.string(), state: z.string() })),
  links: z.array(z.object({ from: z.string(), to: z.string(), kind: z.string(), text: z.string() })),
  hidden: z.number(),
})
export const FindParty = z.strictObject({
  name: z.string().trim().min(2).max(200),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})
export const PartyHits = z.object({
  items: z.array(
    z.object({
      party: z.string(),
      name: z.string().nullable(),
      role: z.string(),
      case: z.object({ id: z.string(), number: z.string(), title: z.string() }),
    }),
  ),
})
export const CountsQuery = z.strictObject({
  from: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
  until: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
  state: z.enum(['open', 'closed']).optional(),
})
export const Counts = z.object({
  cells: z.array(
    z.object({ month: z.string(), district: z.string().nullable(), type: z.string(), n: z.number() }),
  ),
  total: z.number(),
})
export const MyTasks = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      dueOn: z.string().nullable(),
      case: z.object({ id: z.string(), number: z.string(), title: z.string() }),
    }),
  ),
})
export const DocumentFile = z.strictObject({ document: Id })
export type CaseSeen = z.output<typeof CaseSeen>
export type CaseLine = z.output<typeof CaseLine>
export type Hit = z.output<typeof Hit>
export type Timeline = z.output<typeof Timeline>
export type TimelineEvent = z.output<typeof TimelineEvent>
export type History = z.output<typeof History>
