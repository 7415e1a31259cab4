/** Shapes of the studio: every rule of the laboratory as a line of a list, and one of them opened. */
import { z } from 'zod'
import { Code, actions } from '#kernel/shapes.ts'

/** `form`, `template` by what it says (`notice`, `paper`, `statement`), `kit`, `label`, `numbering`, `letterhead`, `limit`, `store`, or `list.<name>`. */
export const RuleSection = z
  .string()
  .regex(
    /^(form|notice|paper|custody|statement|kit|label|numbering|letterhead|limit|store|list\.[A-Za-z0-9][\w.-]{0,79})$/,
    'code',
  )
export const FindRules = z.strictObject({
  section: RuleSection,
  q: z.string().trim().max(100).default(''),
})
const Waiting = z.object({ change: z.string(), why: z.string(), by: z.string() })
export const FoundRules = z.object({
  items: z.array(
    z.object({
      key: z.string(),
      en: z.string(),
      es: z.string(),
      /** What of it one looks for: the amount, the form, the pattern. */
      detail: z.string(),
      from: z.string().nullable(),
      until: z.string().nullable(),
      version: z.number(),
      unverified: z.boolean(),
      /** A change of it that waits for another person. */
      waiting: Waiting.nullable(),
    }),
  ),
  actions,
})
export type FoundRules = z.output<typeof FoundRules>

/** `key` is left out where something new begins. */
export const GetRule = z.strictObject({ section: RuleSection, key: Code.optional() })
export const RuleSeen = z.object({
  section: z.string(),
  key: z.string(),
  en: z.string(),
  es: z.string(),
  version: z.number(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  unverified: z.boolean(),
  source: z.string().nullable(),
  stands: z.record(z.string(), z.json()),
  /** Of a code: what the codes of its list say. */
  sample: z.record(z.string(), z.json()),
  list: z.object({ en: z.string(), es: z.string(), note: z.string().nullable() }).nullable(),
  /** Of a sentence: as the product says it, and the values it may name. */
  product: z.object({ en: z.string(), es: z.string() }).nullable(),
  values: z.array(z.string()),
  /** Every version, the newest first. */
  versions: z.array(
    z.object({
      version: z.number(),
      from: z.string().nullable(),
      detail: z.string(),
      /** As it was then: what is put back is proposed like any change. */
      en: z.string(),
      es: z.string(),
      stands: z.record(z.string(), z.json()),
    }),
  ),
  waiting: Waiting.nullable(),
  /** What stands as it is for ever: labels and custody name it. */
  fixed: z.boolean(),
})
export type RuleSeen = z.output<typeof RuleSeen>

/** Names of lists, with commas; ours begin with `x.`: forms, units, places, classes of things, clocks. */
export const GetChoices = z.strictObject({ lists: z.string().max(2000) })
export const ChoicesSeen = z.object({
  lists: z.record(z.string(), z.array(z.object({ value: z.string(), label: z.string() }))),
})
