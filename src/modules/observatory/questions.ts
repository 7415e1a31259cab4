/** A question as it stands in an address, read into its shape. */
import type { z } from 'zod'
import { type Cube, Question } from './contract.ts'

/** `where` travels as `district:BZ-CY,BZ-TOL;sex:female`. */
export function questionOf(asked: z.output<typeof Cube>): Question {
  const where = Object.fromEntries(
    (asked.where ?? '').split(';').flatMap((part) => {
      const [key, values] = part.split(':')
      return key && values ? [[key, values.split(',')]] : []
    }),
  )
  return Question.parse({
    dataset: asked.dataset,
    rows: asked.rows,
    columns: asked.columns ?? null,
    measure: asked.measure,
    where,
    asOf: asked.asOf ?? null,
  })
}
