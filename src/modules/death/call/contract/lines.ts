/** A death as a line of a list, and its call, places, words of office and questions as they are shown. */
import { z } from 'zod'
import { DateText, Id, listInput, listWords, listOf } from '#kernel/shapes.ts'
import { Age, placeKinds } from './call.ts'

export const states = ['open', 'declined', 'accepted'] as const
export const Named = z.object({ code: z.string(), name: z.string() })

export const Calls = z.strictObject({
  ...listInput,
  ...listWords,
  state: z.enum([...states, 'all']).default('all'),
  setting: z.string().max(80).optional(),
  district: z.string().max(80).optional(),
  /** Those of whom something was written about this. */
  topic: z.string().max(80).optional(),
  child: z.stringbool().optional(),
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
