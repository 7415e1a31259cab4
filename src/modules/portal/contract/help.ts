/** Asking for help, complaining and rating: the shapes. */
import { z } from 'zod'
import { Id, Prose, actions, listInput, listOf } from '#kernel/shapes.ts'
import { Said } from './said.ts'

export const AskForHelp = z.strictObject({
  id: Id.optional(),
  /** The section of the service that is asked. */
  unit: Id,
  text: Prose,
})
/** `about` is a case that the person sees; left out, it is about the service at large. */
export const Complain = z.strictObject({ id: Id.optional(), about: Id.nullish(), text: Prose })
export const AnswerHelp = z.strictObject({ id: Id.optional(), help: Id, text: Prose })
export const outcomes = ['answered', 'upheld', 'partly-upheld', 'not-upheld', 'withdrawn'] as const
export const CloseHelp = z.strictObject({ help: Id, outcome: z.enum(outcomes) })

export const HelpAsked = z.strictObject({
  ...listInput,
  show: z.enum(['open', 'closed', 'all']).default('open'),
  kind: z.enum(['help', 'complaint']).optional(),
})
export const HelpSeen = Said.extend({
  kind: z.enum(['help', 'complaint']),
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Only where the reader sees the case. */
  about: z.object({ id: z.string(), number: z.string(), title: z.string() }).nullable(),
  outcome: z.enum(outcomes).nullable(),
  closedAt: z.string().nullable(),
  /** Whether the last word is of who asked. */
  waits: z.boolean(),
  said: z.array(Said),
  actions,
})
export type HelpSeen = z.output<typeof HelpSeen>
export const HelpList = listOf(HelpSeen)

export const WhomToAsk = z.strictObject({})
export const WhomList = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) })
export type WhomList = z.output<typeof WhomList>

export const RateService = z.strictObject({
  id: Id.optional(),
  case: Id,
  score: z.number().int().min(1).max(5),
  text: Prose.nullish(),
})
export const Ratings = z.strictObject(listInput)
export const RatingList = listOf(
  z.object({
    id: z.string(),
    case: z.object({ id: z.string(), number: z.string(), title: z.string() }),
    score: z.number(),
    text: z.string().nullable(),
    by: z.string(),
    unit: z.string().nullable(),
    at: z.string(),
  }),
).extend({
  /** Of all that the reader may see, the newest of each person and case: how many of each score. */
  counts: z.array(z.object({ score: z.number(), n: z.number() })),
})
export type RatingList = z.output<typeof RatingList>
