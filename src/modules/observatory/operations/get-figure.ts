/** A frozen figure, and the same question put again as of the same instant: what was said can be computed by whoever asks. */
import { query } from '#platform/define.ts'
import { FigureAgain, GetFigure } from '../contract.ts'
import type { Careful } from '../careful.ts'
import { figureSeen, whoseValue } from '../figure-seen.ts'
import { formulaOf, measure } from '../indicating.ts'
import { readers } from '../roles.ts'
import { type FigureRow, figureById } from '../store/figures.ts'

/** A year or a quarter that is not the calendar's is asked again by its months. */
const spellAsked = ({ asked: { year, begins, months } }: FigureRow) =>
  begins ? { year: begins, months: months ?? null } : year

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
    const again = async (careful: Careful): Promise<string | null> =>
      (await measure(cx, { formula }, spellAsked(row), row.as_of, careful, {}, row.answer.over)).value
    const value = await again(row.asked.care === 'rounded' ? 'always' : false)
    const mayTell = (await whoseValue(cx))(row)
    // Who may not see the value sees it as it would leave.
    const shown = mayTell ? value : await again('always')
    const seen = figureSeen(cx, row, mayTell)
    return {
      ...seen,
      value: mayTell ? seen.value : shown,
      definition: cx.language === 'es' ? formula.meaningEs : formula.meaning,
      question: JSON.stringify(row.asked.question),
      again: shown,
      same: value === row.answer.value,
    }
  },
})
