/** A frozen figure, and the same question put again as of the same instant: what was said can be computed by whoever asks. */
import { query } from '#platform/define.ts'
import { FigureAgain, GetFigure } from '../contract.ts'
import { figureSeen } from '../figure-seen.ts'
import { formulaOf, measure } from '../indicating.ts'
import { readers } from '../roles.ts'
import { figureById } from '../store/figures.ts'

export const getFigure = query({
  name: 'observatory.get-figure',
  summary: 'A frozen figure, and the same question put again as of the same instant.',
  who: readers,
  input: GetFigure,
  output: FigureAgain,
  async run(cx, input) {
    cx.allow(null)
    const row = await figureById(cx, input.id)
    const formula = formulaOf(row.definition)
    const { value } = await measure(
      cx,
      { formula },
      row.asked.year,
      row.as_of,
      row.asked.care === 'rounded' ? 'always' : false,
    )
    return {
      ...figureSeen(cx, row),
      definition: cx.language === 'es' ? formula.meaningEs : formula.meaning,
      question: JSON.stringify(row.asked.question),
      again: value,
      same: value === row.answer.value,
    }
  },
})
