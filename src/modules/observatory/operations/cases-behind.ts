/** The cases behind a sum, for whoever may see them: those that the reader sees, and not a word of how many others there are. */
import { query } from '#platform/define.ts'
import { alongOf, knownAt } from '../asking.ts'
import { CasesBehind, CasesBehindSeen } from '../contract.ts'
import { questionOf } from '../questions.ts'
import { readers } from '../roles.ts'
import { casesBehind as behind } from '../store/cube.ts'
import { datasetOf } from '../store/datasets.ts'
import { markOf } from '../store/figures.ts'

export const casesBehind = query({
  name: 'observatory.cases-behind',
  summary: 'The cases behind a sum, of those that one sees.',
  who: readers,
  input: CasesBehind,
  output: CasesBehindSeen,
  async run(cx, input) {
    cx.allow(null)
    const asked = questionOf(input)
    const { asOf } = await knownAt(cx, input.asOf)
    const dataset = datasetOf[asked.dataset]
    const { rows, columns, where } = alongOf(dataset, asked)
    const cell = [
      ...where,
      ...(input.row ? [[rows, [input.row]] as const] : []),
      ...(input.column && columns ? [[columns, [input.column]] as const] : []),
    ]
    const found = await behind(cx, dataset, cell, asOf, {
      limit: input.limit + 1,
      cursor: input.cursor ? markOf(input.cursor) : null,
    })
    const items = found.slice(0, input.limit)
    return { items, nextCursor: found.length > input.limit ? (items.at(-1)?.id ?? null) : null }
  },
})
