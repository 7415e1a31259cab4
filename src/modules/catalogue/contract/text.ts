/** Shapes of the laboratory's own words for sentences of the product. */
import { z } from 'zod'
import { families } from '../rules/own-words.ts'

export const FindTexts = z.strictObject({
  family: z.enum(families).optional(),
  q: z.string().trim().max(100).default(''),
  /** Only what the laboratory says in its own words. */
  own: z.stringbool().default(false),
})
export const FoundTexts = z.object({
  items: z.array(
    z.object({
      key: z.string(),
      family: z.enum(families),
      /** As the product says it. */
      en: z.string(),
      es: z.string(),
      values: z.array(z.string()),
      /** In the laboratory's own words, the newest version. */
      own: z
        .object({ version: z.number(), from: z.string().nullable(), en: z.string(), es: z.string() })
        .nullable(),
    }),
  ),
})
