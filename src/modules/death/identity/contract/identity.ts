/** What is said about who the dead are, what tells a person apart, and who is missed. */
import { z } from 'zod'
import { DecimalText } from '#kernel/quantity.ts'
import { Code, Id, Line, PartialDate, actions, listInput, listWords, listOf } from '#kernel/shapes.ts'
import { Age, onDeath } from '../../call/contract/call.ts'

export const identityStates = ['putative', 'presumed', 'confirmed', 'withdrawn'] as const
const somebody = z.strictObject({ name: Line, relation: Line.nullish(), phone: z.string().max(40).nullish() })
export const IdentifyDecedent = z.strictObject({
  id: Id.optional(),
  ...onDeath,
  state: z.enum(identityStates),
  /** Of the list `identity-method`. */
  method: Code,
  name: Line.nullish(),
  born: PartialDate.nullish(),
  document: Line.nullish(),
  sex: Code.nullish(),
  age: Age.nullish(),
  /** Who says so: a relative who saw, the examiner who compared. */
  saidBy: somebody.nullish(),
  words: Line.nullish(),
})
export const featureKinds = [
  'stature',
  'tattoo',
  'scar',
  'teeth',
  'clothing',
  'jewellery',
  'hair',
  'eyes',
  'build',
  'medical',
  'other',
] as const
export type FeatureKind = (typeof featureKinds)[number]
export const sites = [
  'head',
  'neck',
  'chest',
  'abdomen',
  'back',
  'left-arm',
  'right-arm',
  'left-hand',
  'right-hand',
  'left-leg',
  'right-leg',
  'whole',
] as const
export const Feature = z
  .strictObject({
    kind: z.enum(featureKinds),
    site: z.enum(sites).nullish(),
    words: Line.nullish(),
    /** Of the stature, in centimetres, with how much it may be off. */
    value: DecimalText.nullish(),
    spread: DecimalText.nullish(),
  })
  .refine((f) => Boolean(f.words ?? f.value), 'words-or-value')
  .refine((f) => (f.kind === 'stature') === Boolean(f.value), 'stature-has-value')
  .meta({ id: 'DeathFeature' })
export type Feature = z.output<typeof Feature>
export const DescribeBody = z.strictObject({ ...onDeath, features: z.array(Feature).min(1).max(40) })

export const RegisterMissing = z.strictObject({
  id: Id.optional(),
  name: Line,
  otherNames: z.array(Line).max(10).default([]),
  born: PartialDate.nullish(),
  sex: Code.nullish(),
  ageFrom: z.number().int().min(0).max(125).nullish(),
  ageTo: z.number().int().min(0).max(125).nullish(),
  seenOn: PartialDate.nullish(),
  district: Code.nullish(),
  seenAt: Line.nullish(),
  reportedBy: somebody,
  features: z.array(Feature).max(40).default([]),
})
const pair = { ...onDeath, missing: Id }
export const ProposeMatch = z.strictObject({ ...pair, words: Line.nullish() })
export const ConfirmMatch = z.strictObject({ ...pair, method: Code, words: Line.nullish() })
export const ExcludeMatch = z.strictObject({ ...pair, words: Line })

export const IdentitySeen = z.object({
  id: z.string(),
  state: z.enum(identityStates),
  method: z.object({ code: z.string(), name: z.string() }),
  name: z.string().nullable(),
  born: z.string().nullable(),
  document: z.string().nullable(),
  saidBy: z.object({ name: z.string(), relation: z.string().nullable() }).nullable(),
  words: z.string().nullable(),
  at: z.string(),
  by: z.string().nullable(),
})
export const FeatureSeen = z.object({
  id: z.string(),
  kind: z.enum(featureKinds),
  site: z.string().nullable(),
  words: z.string().nullable(),
  value: z.string().nullable(),
  spread: z.string().nullable(),
})
export const Reason = z.object({ text: z.string(), points: z.number() })
export const Candidates = z.strictObject({ death: Id })
export const CandidateLine = z.object({
  missing: z.string(),
  number: z.string(),
  name: z.string(),
  sex: z.string().nullable(),
  ages: z.string().nullable(),
  seenOn: z.string().nullable(),
  score: z.number(),
  reasons: z.array(Reason),
  state: z.enum(['none', 'proposed', 'confirmed', 'excluded']),
  features: z.array(FeatureSeen),
  actions,
})
export type CandidateLine = z.output<typeof CandidateLine>
export const CandidatesSeen = z.object({ features: z.array(FeatureSeen), items: z.array(CandidateLine) })
export type CandidatesSeen = z.output<typeof CandidatesSeen>
export const MissingPersons = z.strictObject({
  ...listInput,
  ...listWords,
  state: z.enum(['open', 'found', 'all']).default('open'),
})
export const MissingLine = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  sex: z.string().nullable(),
  ages: z.string().nullable(),
  seenOn: z.string().nullable(),
  district: z.string().nullable(),
  features: z.number(),
  state: z.enum(['open', 'found']),
  death: z.string().nullable(),
  at: z.string(),
})
export type MissingLine = z.output<typeof MissingLine>
export const MissingAnswer = listOf(MissingLine)
