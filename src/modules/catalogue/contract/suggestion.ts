/** Shapes of a suggestion: a word that somebody misses in a list, and what became of it. */
import { z } from 'zod'
import { Code, Id, Line, Prose, listInput, listOf } from '#kernel/shapes.ts'
import { named } from './words.ts'

export const SuggestCode = z.strictObject({
  id: Id.optional(),
  list: Code,
  name: Line.max(120),
  why: Prose.optional(),
})
export const FindSuggestions = z.strictObject({ ...listInput, show: z.enum(['open', 'all']).default('open') })
const Near = z.object({ code: z.string(), name: z.string() })
const SuggestionSeen = z.object({
  id: z.string(),
  list: z.string(),
  listName: z.string(),
  name: z.string(),
  why: z.string().nullable(),
  by: z.string(),
  at: z.string(),
  outcome: z.enum(['taken', 'same', 'declined']).nullable(),
  code: z.string().nullable(),
  /** What the list says already and sounds alike: a second name for one thing is what nobody wants. */
  near: z.array(Near),
  /** Whether one person may add it, or two people set this list. */
  alone: z.boolean(),
})
export type SuggestionSeen = z.output<typeof SuggestionSeen>
export const SuggestionsFound = listOf(SuggestionSeen)
export const AnswerSuggestion = z
  .strictObject({
    suggestion: Id,
    outcome: z.enum(['taken', 'same', 'declined']),
    /** `taken`: the code it gets, with its names; `same`: the code that says it already. */
    code: Code.optional(),
    ...z.object(named).partial().shape,
    words: Prose.optional(),
  })
  .refine((a) => a.outcome === 'declined' || a.code !== undefined, { message: 'missing', path: ['code'] })
  .refine((a) => a.outcome !== 'declined' || a.words !== undefined, { message: 'missing', path: ['words'] })
  .refine((a) => a.outcome !== 'taken' || (a.en !== undefined && a.es !== undefined), {
    message: 'missing',
    path: ['es'],
  })
