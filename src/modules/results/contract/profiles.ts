/** What crosses the wire about STR profiles and the indexes of the law. No genotype comes in but as a file, and none goes into an entry. */
import { z } from 'zod'
import { Code, DateText, Id, Line, Prose, actions, listInput, listWords, listOf } from '#kernel/shapes.ts'

export const Side = z.enum(['criminal', 'humanitarian', 'elimination'])
export type Side = z.infer<typeof Side>
export const Stringency = z.enum(['high', 'moderate', 'low'])
export type Stringency = z.infer<typeof Stringency>
const Ground = z.enum(['consent', 'order', 'statute'])

/** What the code of an index says in the list `dna-index`: the law, as data. */
export const IndexRule = z.object({
  side: Side,
  holds: z.enum(['person', 'trace', 'remains']),
  grounds: z.array(Ground).default([]),
  minorGrounds: z.array(Ground).default(['order']),
  /** Indexes of the same side against which a profile of this one may be searched. */
  search: z.array(z.string()).default([]),
  /** For how long, counted from the day of the ground; nothing: until the law or an order says so. */
  years: z.number().int().min(0).max(200).nullish(),
  minorYears: z.number().int().min(0).max(200).nullish(),
  /** Outcomes in court that end the ground. */
  removeOn: z.array(z.string()).default([]),
  least: z.number().int().min(1).max(40).default(8),
  /** Fewer loci than this in common is told beside each candidate. */
  sure: z.number().int().min(1).max(40).default(16),
  /** Category of specimen of CODIS; without one the index does not leave the house. */
  category: z.string().nullish(),
})
export type IndexRule = z.infer<typeof IndexRule>

export const RecordProfile = z.strictObject({
  id: Id.optional(),
  /** Reviewed. */
  worksheet: Id,
  item: Id,
  /** The index of the law for which it was made: it says on which side of the wall the profile stands for ever. */
  index: Code,
  kit: Code,
  contributors: z.number().int().min(1).max(6).default(1),
  /** One specimen: CODIS CMF or a table of genotypes. */
  file: z.string().regex(/^[0-9a-f]{64}$/, 'sha256'),
})
export const CheckProfile = z.strictObject({
  profile: Id,
  outcome: z.enum(['agrees', 'differs']),
  words: Prose.nullish(),
})
export const EnterIndex = z.strictObject({
  profile: Id,
  index: Code,
  ground: Ground,
  /** The paper of the case: the consent or the order. */
  document: Id.nullish(),
  /** The day of the ground, from which the clock runs. */
  from: DateText,
  words: Line.nullish(),
})
export const SearchIndex = z.strictObject({
  profile: Id,
  purpose: Code,
  words: Line,
  /** All that the law allows where none is named. */
  against: z.array(Code).max(12).optional(),
  stringency: Stringency.default('high'),
})
export const ConfirmCandidate = z.strictObject({
  candidate: Id,
  outcome: z.enum(['confirmed', 'eliminated']),
  words: Prose,
})
export const ProposeRemoval = z.strictObject({
  profile: Id,
  why: z.enum(['expired', 'acquitted', 'not-charged', 'consent-withdrawn', 'order', 'mistake']),
  document: Id.nullish(),
  words: Prose,
})
export const RemoveFromIndex = z.strictObject({ profile: Id, language: z.enum(['en', 'es']).optional() })
export const ExportIndex = z.strictObject({
  index: Code,
  purpose: Code,
  destination: z
    .string()
    .trim()
    .regex(/^[A-Z0-9]{1,10}$/, 'laboratory-code'),
  source: z
    .string()
    .trim()
    .regex(/^[A-Z0-9]{1,10}$/, 'laboratory-code'),
})

export const ProfileMade = z.object({ id: z.string(), number: z.string() })
export const SearchMade = z.object({
  id: z.string(),
  compared: z.number(),
  candidates: z.number(),
  says: z.string(),
})
export const ExportMade = z.object({
  id: z.string(),
  included: z.number(),
  leftOut: z.array(z.object({ number: z.string(), because: z.string() })),
})
export const ExportFile = z.strictObject({ export: Id })

const ProfileState = z.enum(['recorded', 'checked', 'differs', 'indexed', 'removed'])
export type ProfileState = z.infer<typeof ProfileState>
const ProfileLine = z.object({
  id: z.string(),
  number: z.string(),
  item: z.string().nullable(),
  side: Side,
  index: z.object({ code: z.string(), name: z.string() }).nullable(),
  state: ProfileState,
  loci: z.number(),
  keepUntil: z.string().nullable(),
  due: z.string().nullable(),
})
export const FindProfiles = z.strictObject({
  ...listInput,
  ...listWords,
  index: Code.optional(),
  side: Side.optional(),
  state: ProfileState.optional(),
  /** Those whose clock has run out, or whose ground has ended. */
  due: z.stringbool().optional(),
})
export const ProfileList = listOf(ProfileLine)

export const Indexes = z.object({
  sides: z.array(
    z.object({
      side: Side,
      inForce: z.boolean(),
      from: z.string().nullable(),
      says: z.string(),
      indexes: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          holds: z.string(),
          standing: z.number(),
          due: z.number(),
          searched: z.array(z.string()),
          kept: z.string(),
          unverified: z.boolean(),
          source: z.string().nullable(),
        }),
      ),
    }),
  ),
  waiting: z.number(),
  leads: z.number(),
})

export const ProfileAsked = z.strictObject({ profile: Id })
const Candidate = z.object({
  id: z.string(),
  place: z.number(),
  profile: z.string(),
  number: z.string(),
  index: z.string(),
  shared: z.number(),
  matched: z.number(),
  /** What must be borne in mind before anybody calls it more than a lead. */
  warning: z.string().nullable(),
  outcome: z.string().nullable(),
  words: z.string().nullable(),
  by: z.string().nullable(),
  actions,
})
export const ProfileSeen = z.object({
  id: z.string(),
  number: z.string(),
  item: z.object({ id: z.string(), number: z.string(), description: z.string() }).nullable(),
  side: Side,
  holds: z.string(),
  kit: z.string(),
  contributors: z.number(),
  minor: z.boolean(),
  state: ProfileState,
  recorded: z.object({ by: z.string(), at: z.string() }),
  file: z.object({ name: z.string(), sha256: z.string() }),
  check: z
    .object({ outcome: z.string(), by: z.string(), at: z.string(), words: z.string().nullable() })
    .nullable(),
  /** Nothing where it was destroyed, or is not for this reader. */
  loci: z.array(z.object({ name: z.string(), alleles: z.array(z.string()), kind: z.string() })).nullable(),
  indexed: z.array(
    z.object({
      index: z.string(),
      name: z.string(),
      ground: z.string(),
      document: z.string().nullable(),
      from: z.string(),
      keepUntil: z.string().nullable(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  due: z.string().nullable(),
  proposal: z.object({ why: z.string(), words: z.string(), by: z.string(), at: z.string() }).nullable(),
  removed: z.object({ certificate: z.string(), by: z.string(), at: z.string() }).nullable(),
  /** The indexes that it may enter, and those that it may be searched against today. */
  mayEnter: z.array(z.object({ code: z.string(), name: z.string() })),
  against: z.array(z.object({ code: z.string(), name: z.string() })),
  purposes: z.array(z.object({ code: z.string(), name: z.string() })),
  papers: z.array(z.object({ id: z.string(), name: z.string() })),
  searches: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      by: z.string(),
      purpose: z.string(),
      words: z.string(),
      against: z.array(z.string()),
      stringency: Stringency,
      compared: z.number(),
      candidates: z.array(Candidate),
    }),
  ),
  actions,
})
export const CompareProfiles = z.strictObject({ profile: Id, other: Id })
export const ProfilesCompared = z.object({
  shared: z.number(),
  matched: z.number(),
  says: z.string(),
  loci: z.array(
    z.object({
      name: z.string(),
      one: z.array(z.string()),
      other: z.array(z.string()),
      agrees: z.boolean().nullable(),
    }),
  ),
})

export const OversightReport = z.strictObject({ from: DateText, until: DateText })
const counted = z.array(z.object({ what: z.string(), n: z.number() }))
export const Oversight = z.object({
  from: z.string(),
  until: z.string(),
  indexes: z.array(
    z.object({
      index: z.string(),
      side: Side,
      standing: z.number(),
      minors: z.number(),
      entered: z.number(),
      removed: z.number(),
      overdue: z.number(),
    }),
  ),
  searches: z.array(z.object({ purpose: z.string(), side: Side, n: z.number(), candidates: z.number() })),
  leads: counted,
  removals: counted,
  exports: z.number(),
})
