/** Shapes of a draft: what somebody has typed over a rule, kept for them until they propose it. */
import { z } from 'zod'
import { Code } from '#kernel/shapes.ts'
import { RuleSection } from './rule.ts'

/** What the desk of a rule holds; the rule itself is checked when it is compared and proposed. */
const Words = z
  .record(z.string().max(80), z.json())
  .refine((words) => JSON.stringify(words).length <= 400_000, 'too-long')
/** `~` is a rule that has no name yet. */
const key = z.union([Code, z.literal('~')])
export const KeepDraft = z.strictObject({
  section: RuleSection,
  key,
  /** The version over which it was typed; 0 where there is none. */
  version: z.number().int().min(0),
  words: Words,
})
export const OfDraft = z.strictObject({ section: RuleSection, key })
export const DraftKept = z.object({ keptAt: z.string() })
export const DraftDropped = z.object({ dropped: z.boolean() })
export const MyDrafts = z.strictObject({})
export const DraftsSeen = z.object({
  items: z.array(
    z.object({
      section: z.string(),
      key: z.string(),
      version: z.number(),
      words: z.record(z.string(), z.json()),
      keptAt: z.string(),
    }),
  ),
})
export type DraftsSeen = z.output<typeof DraftsSeen>
