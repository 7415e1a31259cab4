/** Counts along one or two dimensions, as known at an instant; who may not see each count sees sums that tell of nobody. */
import { query } from '#platform/define.ts'
import { knownAt } from '../asking.ts'
import { answerOf, hashOf } from '../careful.ts'
import { Cube, CubeSeen } from '../contract.ts'
import { questionOf } from '../questions.ts'
import { readers } from '../roles.ts'

export const cube = query({
  name: 'observatory.cube',
  summary: 'Counts along one or two dimensions, as known at an instant.',
  who: readers,
  input: Cube,
  output: CubeSeen,
  async run(cx, input) {
    cx.allow(null)
    const asked = questionOf(input)
    const known = await knownAt(cx, input.asOf)
    const answer = await answerOf(cx, asked, known.asOf, true)
    const { rows, columns, cells, care, definition, asOf } = answer
    return {
      rows: [...rows],
      columns: [...columns],
      cells,
      care,
      definition,
      measure: asked.measure,
      asOf,
      keptUpTo: known.keptUpTo,
      sha256: hashOf(asked, answer),
    }
  },
})
