/** Shapes of what the log holds for the clauses of a standard. */
import { z } from 'zod'
import { DateText } from '#kernel/shapes.ts'

/** Of a standard that the laboratory lists (`accreditation-clause`), clause by clause. */
export const ClauseEvidence = z.strictObject({
  standard: z.string().trim().min(1).max(60).optional(),
  from: DateText.optional(),
  until: DateText.optional(),
})
export const ClausesEvidenced = z.object({
  standards: z.array(z.string()),
  standard: z.string().nullable(),
  from: z.string(),
  until: z.string(),
  clauses: z.array(
    z.object({
      code: z.string(),
      clause: z.string(),
      title: z.string(),
      /** Acts of these days that the log holds, and uses of what may be relied on. */
      acts: z.array(z.object({ action: z.string(), title: z.string(), n: z.number() })),
      relied: z.number().nullable(),
      total: z.number(),
      last: z.string().nullable(),
      /** The newest that this reader may see, by their number in the log. */
      entries: z.array(
        z.object({
          no: z.string(),
          action: z.string(),
          subject: z.string(),
          at: z.string(),
          by: z.string().nullable(),
        }),
      ),
    }),
  ),
})
