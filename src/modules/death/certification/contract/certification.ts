/** What is said about why and how somebody died, and to whom: cause, manner, doubts, inquest, relatives, clearance. */
import { z } from 'zod'
import { Absent, Code, DateText, Id, Line, Prose } from '#kernel/shapes.ts'
import { onDeath } from '../../call/contract/call.ts'
import { ExaminationLine } from '../../examination/contract/examination.ts'
import { LabAnswer } from '../../examination/contract/results.ts'

/** The limits of the exchange formats hold where it is written (MDI 2.0.0: cause 120, interval 20 signs): nothing is cut off later. */
export const CauseLine = z
  .strictObject({
    text: z.string().trim().min(1).max(120),
    interval: z.union([
      z.strictObject({ value: z.string().trim().min(1).max(20) }),
      z.strictObject({ absent: Absent }),
    ]),
    /** With its version, where somebody has coded it. */
    code: z.string().trim().max(20).nullish(),
    codeVersion: z.string().trim().max(20).nullish(),
  })
  .meta({ id: 'DeathCauseLine' })
export type CauseLine = z.output<typeof CauseLine>
export const causeStates = ['pending', 'final', 'amended'] as const
export const CertifyCause = z
  .strictObject({
    ...onDeath,
    status: z.enum(causeStates),
    /** Line a first: what led directly to death; each next line is what it was due to. */
    lines: z.array(CauseLine).max(4).default([]),
    other: z.string().trim().min(1).max(240).nullish(),
    tobacco: z.enum(['yes', 'no', 'probably', 'unknown']).nullish(),
    pregnancy: z
      .enum(['not', 'at-death', 'within-42-days', 'within-year', 'unknown', 'not-applicable'])
      .nullish(),
    surgery: z
      .strictObject({ within4Weeks: z.boolean(), on: DateText.nullish(), reason: Line.nullish() })
      .nullish(),
    pendingBecause: Line.nullish(),
    /** What an amendment changes, and why. */
    why: Line.nullish(),
  })
  .refine((c) => c.status === 'pending' || c.lines.length > 0, 'cause-has-line')
  .refine((c) => c.status !== 'pending' || Boolean(c.pendingBecause), 'pending-says-why')
  .refine((c) => c.status !== 'amended' || Boolean(c.why), 'amended-says-why')
export const GiveManner = z.strictObject({
  ...onDeath,
  /** Of the list `manner`. */
  manner: Code,
  how: z.string().trim().min(1).max(250).nullish(),
  injuryAtWork: z.boolean().nullish(),
  transportRole: z
    .enum(['driver', 'passenger', 'pedestrian', 'cyclist', 'other', 'unknown', 'not-applicable'])
    .nullish(),
  words: Line.nullish(),
})
export const AnswerDoubt = z.strictObject({
  ...onDeath,
  doubt: z.string().max(80),
  outcome: z.enum(['stands', 'corrected']),
  words: Line,
})
export const ReferToInquest = z.strictObject({
  ...onDeath,
  court: Line,
  reason: Line,
  jury: z.boolean().nullish(),
  onDay: DateText.nullish(),
})
export const RecordVerdict = z.strictObject({
  ...onDeath,
  court: Line,
  onDay: DateText,
  verdict: Prose,
  number: Line.nullish(),
})
const relative = {
  ...onDeath,
  name: Line,
  relation: Line,
  phone: z.string().trim().max(40).nullish(),
  address: Line.nullish(),
  language: Code.nullish(),
  /** Whether the body and effects may go to this person. */
  entitled: z.boolean().default(false),
}
export const AddRelative = z.strictObject({ id: Id.optional(), ...relative })
export const CorrectRelative = z.strictObject({ ...relative, relative: Id })
export const contactKinds = ['notified', 'told', 'asked', 'viewing', 'objection'] as const
const contact = {
  id: Id.optional(),
  ...onDeath,
  relative: Id,
  way: z.enum(['telephone', 'in-person', 'message', 'letter', 'email']).default('telephone'),
  language: Code.nullish(),
  outcome: z.enum(['reached', 'no-answer', 'word-left', 'declined']),
  words: Prose.nullish(),
}
export const NotifyRelative = z.strictObject({
  ...contact,
  kind: z.enum(contactKinds).exclude(['viewing']).default('notified'),
})
export const RecordViewing = z.strictObject(contact)
export const ClearCremation = z.strictObject({
  ...onDeath,
  state: z.enum(['requested', 'pending', 'approved', 'rejected']),
  number: Line.nullish(),
  words: Line.nullish(),
})

const named = z.object({ code: z.string(), name: z.string() })
export const CauseSeen = z.object({
  status: z.enum(causeStates),
  lines: z.array(
    z.object({
      text: z.string(),
      interval: z.string().nullable(),
      intervalAbsent: z.string().nullable(),
      code: z.string().nullable(),
    }),
  ),
  other: z.string().nullable(),
  tobacco: z.string().nullable(),
  pregnancy: z.string().nullable(),
  pendingBecause: z.string().nullable(),
  why: z.string().nullable(),
  at: z.string(),
  by: z.string().nullable(),
  byId: z.string().nullable(),
})
export const MannerSeen = z.object({
  manner: named,
  how: z.string().nullable(),
  injuryAtWork: z.boolean().nullable(),
  transportRole: z.string().nullable(),
  words: z.string().nullable(),
  at: z.string(),
  by: z.string().nullable(),
})
/** Something that a person should look at: an opinion is never changed by it. */
export const DoubtSeen = z.object({
  key: z.string(),
  text: z.string(),
  answer: z
    .object({ outcome: z.string(), words: z.string(), by: z.string().nullable(), at: z.string() })
    .nullable(),
})
export const InquestSeen = z.object({
  kind: z.string(),
  court: z.string().nullable(),
  on: z.string().nullable(),
  jury: z.boolean().nullable(),
  reason: z.string().nullable(),
  verdict: z.string().nullable(),
  number: z.string().nullable(),
  at: z.string(),
})
export const RelativeSeen = z.object({
  id: z.string(),
  name: z.string(),
  relation: z.string(),
  phone: z.string().nullable(),
  language: named.nullable(),
  entitled: z.boolean(),
  contacts: z.array(
    z.object({
      kind: z.string(),
      way: z.string(),
      language: named.nullable(),
      outcome: z.string(),
      words: z.string().nullable(),
      at: z.string(),
      by: z.string().nullable(),
    }),
  ),
})
export const Tally = z.strictObject({
  from: DateText.optional(),
  until: DateText.optional(),
  /** Only causes whose text holds these words. */
  cause: z.string().trim().min(2).max(60).optional(),
})
export const TallySeen = z.object({
  definition: z.string(),
  items: z.array(
    z.object({ year: z.string().nullable(), manner: named.nullable(), n: z.number(), male: z.number() }),
  ),
})
export const Doubts = z.strictObject({})
export const DoubtsSeen = z.object({
  items: z.array(
    z.object({
      death: z.string(),
      number: z.string(),
      key: z.string(),
      text: z.string(),
      manner: z.string().nullable(),
      cause: z.string(),
    }),
  ),
})
export const CauseCertified = z.object({
  id: z.string(),
  doubts: z.array(z.object({ key: z.string(), text: z.string() })),
})

/** What a death's page says of examinations and of what was certified. */
export const CertifiedPart = z.object({
  examinations: z.array(ExaminationLine),
  causes: z.array(CauseSeen),
  manners: z.array(MannerSeen),
  doubts: z.array(DoubtSeen),
  inquest: z.array(InquestSeen),
  relatives: z.array(RelativeSeen),
  certificateRequest: z.string().nullable(),
  /** What laboratories answered, each with who read it. */
  answers: z.array(LabAnswer),
  /** A homicide that no second pathologist has read. */
  reviewWanted: z.boolean(),
})
export type CertifiedPart = z.output<typeof CertifiedPart>
