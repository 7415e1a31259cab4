/** A death as it is shown: a line of a list, and the whole file. */
import { z } from 'zod'
import { DateText, Id, actions, listInput, listOf } from '#kernel/shapes.ts'
import { BodyHold, BodyOfDeath, EffectsSeen, PaperSeen } from './body.ts'
import { Age, placeKinds } from './call.ts'
import { CauseSeen, DoubtSeen, InquestSeen, MannerSeen, RelativeSeen } from './certification.ts'
import { ExaminationLine } from './examination.ts'
import { FeatureSeen, IdentitySeen } from './identity.ts'
import { LabAnswer } from './results.ts'

export const states = ['open', 'declined', 'accepted'] as const
export const Named = z.object({ code: z.string(), name: z.string() })
const person = z.object({ id: z.string(), name: z.string() })

export const Calls = z.strictObject({
  ...listInput,
  state: z.enum([...states, 'all']).default('all'),
  setting: z.string().max(80).optional(),
  district: z.string().max(80).optional(),
  /** Those that belong to a case. */
  case: Id.optional(),
  from: DateText.optional(),
  until: DateText.optional(),
})
export const DeathLine = z.object({
  id: z.string(),
  call: z.string(),
  number: z.string().nullable(),
  state: z.enum(states),
  name: z.string().nullable(),
  /** True where the name is of a child and stays hidden in lists. */
  hidden: z.boolean(),
  sex: Named.nullable(),
  age: Age.nullable(),
  setting: Named,
  circumstances: z.array(Named),
  district: Named.nullable(),
  profile: Named.nullable(),
  reason: Named.nullable(),
  calledAt: z.string(),
  case: z.string().nullable(),
  identity: z.enum(['none', 'putative', 'presumed', 'confirmed']),
  hasBody: z.boolean(),
  releasedAt: z.string().nullable(),
  cause: z.enum(['pending', 'final', 'amended']).nullable(),
  manner: Named.nullable(),
})
export type DeathLine = z.output<typeof DeathLine>
export const CallsAnswer = listOf(DeathLine).extend({
  counts: z.array(z.object({ state: z.enum(states), n: z.number() })),
})

export const PlaceSeen = z.object({
  kind: z.enum(placeKinds),
  on: z.string().nullable(),
  time: z.string().nullable(),
  approximate: z.boolean(),
  timeAbsent: z.string().nullable(),
  absent: z.string().nullable(),
  district: Named.nullable(),
  settlement: Named.nullable(),
  text: z.string().nullable(),
  latitude: z.string().nullable(),
  longitude: z.string().nullable(),
  byWhom: z.string().nullable(),
  how: z.string().nullable(),
  condition: z.string().nullable(),
  at: z.string(),
  by: z.string().nullable(),
})
export const CallSeen = z.object({
  number: z.string(),
  way: z.string(),
  callerKind: Named.nullable(),
  caller: z
    .object({ name: z.string(), phone: z.string().nullable(), where: z.string().nullable() })
    .nullable(),
  beganAt: z.string().nullable(),
  endedAt: z.string(),
  minutes: z.number().nullable(),
  by: z.string().nullable(),
  name: z.string().nullable(),
  words: z.string().nullable(),
  form: z.string().nullable(),
  answers: z.array(z.object({ key: z.string(), label: z.string(), text: z.string() })),
})
export const NotificationSeen = z.object({
  id: z.string(),
  whom: Named,
  name: z.string(),
  way: z.string(),
  at: z.string(),
  /** Minutes since the call ended. */
  after: z.number(),
  outcome: z.string(),
  words: z.string().nullable(),
  by: z.string().nullable(),
})
export const DecisionSeen = z.object({
  decision: z.enum(['accepted', 'declined']),
  profile: Named.nullable(),
  authority: z
    .object({
      kind: z.string(),
      number: z.string().nullable(),
      by: z.string().nullable(),
      at: z.string().nullable(),
    })
    .nullable(),
  reason: Named.nullable(),
  words: z.string().nullable(),
  signs: z.string().nullable(),
  at: z.string(),
  by: z.string().nullable(),
})
export const AskedSeen = z.object({
  id: z.string(),
  kind: z.string(),
  whom: z.string(),
  what: z.string(),
  at: z.string(),
  dueOn: z.string().nullable(),
  outcome: z.string().nullable(),
  answerWords: z.string().nullable(),
  file: z.string().nullable(),
  answeredAt: z.string().nullable(),
})
/** What is still to be done, each with its sentence; done ones say so. */
export const Duty = z.object({ key: z.string(), text: z.string(), done: z.boolean() })

export const GetDeath = z.strictObject({ death: Id })
export const DeathSeen = DeathLine.extend({
  unit: person.nullable(),
  minor: z.boolean(),
  caseNumber: z.string().nullable(),
  signs: z.string().nullable(),
  told: CallSeen,
  notifications: z.array(NotificationSeen),
  decisions: z.array(DecisionSeen),
  places: z.array(PlaceSeen),
  asked: z.array(AskedSeen),
  duties: z.array(Duty),
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
  identities: z.array(IdentitySeen),
  features: z.array(FeatureSeen),
  body: BodyOfDeath.nullable(),
  holds: z.array(BodyHold),
  /** Everything that keeps the body, in words; empty where it may go. */
  keeps: z.array(z.string()),
  effects: z.array(EffectsSeen),
  papers: z.array(PaperSeen),
  released: z.object({ to: z.string().nullable(), kind: z.string(), at: z.string() }).nullable(),
  burials: z.array(
    z.object({ kind: z.string(), on: z.string(), place: z.string(), authority: z.string().nullable() }),
  ),
  actions,
})
export type DeathSeen = z.output<typeof DeathSeen>
