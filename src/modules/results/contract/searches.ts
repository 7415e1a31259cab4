/** What crosses the wire about searches in systems that stand alone (IBIS for marks of firearms, AFIS for prints): what was searched, what came, what people made of it. */
import { z } from 'zod'
import { Code, Id, Instant, Line, Prose, actions } from '#kernel/shapes.ts'

export const outcomes = ['hit', 'no-hit', 'inconclusive'] as const
/** What the code of a system says in the list `search-system`. */
export const SystemRule = z.object({ databases: z.array(z.string()).default([]) })

const Candidate = z.strictObject({
  rank: z.number().int().min(1).max(10_000),
  /** As the system names it. */
  label: Line,
  /** As the system wrote it, never worked with. */
  score: z.string().trim().min(1).max(40).nullish(),
})
export const RecordSystemSearch = z
  .strictObject({
    id: Id.optional(),
    item: Id,
    system: Code,
    /** Those of the system's own that were searched. */
    databases: z.array(Line).min(1).max(20),
    /** Which mark, print or side of the exhibit. */
    searched: Line,
    /** The system's own number of the entry or the search. */
    reference: Line.nullish(),
    searchedAt: Instant,
    candidates: z.array(Candidate).max(100).default([]),
    /** The list as the system gave it, kept byte for byte. */
    file: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'sha256')
      .nullish(),
  })
  .refine((s) => new Set(s.candidates.map((c) => c.rank)).size === s.candidates.length, 'rank-twice')
export const SystemSearchRecorded = z.object({ id: z.string(), candidates: z.array(z.string()) })

export const FollowUpCandidate = z
  .strictObject({
    id: Id.optional(),
    candidate: Id,
    outcome: z.enum(outcomes),
    words: Prose,
    /** The exhibit that it is, here or in another case. */
    other: Id.nullish(),
  })
  .refine((f) => f.outcome === 'hit' || !f.other, 'link-without-hit')
export const VerifyFollowUp = z
  .strictObject({ followUp: Id, agrees: z.boolean(), words: Prose.nullish() })
  .refine((v) => v.agrees || Boolean(v.words), 'differs-words')
export const OfItem = z.strictObject({ item: Id })
export const OfSearch = z.strictObject({ search: Id })

const who = { by: z.string().nullable(), at: z.string() }
/** An exhibit for who may see both; else whom to ask. */
const Linked = z.object({
  item: z
    .object({ id: z.string(), number: z.string(), description: z.string(), case: z.string() })
    .nullable(),
  ask: z.string().nullable(),
})
export const FollowUpSeen = z.object({
  id: z.string(),
  outcome: z.enum(outcomes),
  words: z.string(),
  ...who,
  link: Linked.nullable(),
  verified: z.object({ agrees: z.boolean(), words: z.string().nullable(), ...who }).nullable(),
  actions,
})
export const SystemSearchSeen = z.object({
  id: z.string(),
  system: z.string(),
  databases: z.array(z.string()),
  searched: z.string(),
  reference: z.string().nullable(),
  searchedAt: z.string(),
  ...who,
  file: z.object({ name: z.string(), sha256: z.string(), size: z.string() }).nullable(),
  candidates: z.array(
    z.object({
      id: z.string(),
      rank: z.number(),
      label: z.string(),
      score: z.string().nullable(),
      followUps: z.array(FollowUpSeen),
      actions,
    }),
  ),
})
export type SystemSearchSeen = z.output<typeof SystemSearchSeen>
export const SystemSearches = z.object({
  item: z.object({ id: z.string(), number: z.string(), description: z.string() }),
  systems: z.array(z.object({ code: z.string(), name: z.string(), databases: z.array(z.string()) })),
  searches: z.array(SystemSearchSeen),
  /** Searches of other exhibits whose follow-up names this one. */
  linkedHere: z.array(
    z.object({
      id: z.string(),
      system: z.string(),
      outcome: z.enum(outcomes),
      verified: z.boolean(),
      ...who,
      link: Linked,
    }),
  ),
  actions,
})
export type SystemSearches = z.output<typeof SystemSearches>
