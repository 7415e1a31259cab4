/** Figures that were frozen, the newest first. */
import { query } from '#platform/define.ts'
import { FigureList, Figures } from '../contract.ts'
import { figureSeen, whoseValue } from '../figure-seen.ts'
import { readers } from '../roles.ts'
import { listFigures } from '../store/figures.ts'

export const figures = query({
  name: 'observatory.figures',
  summary: 'Figures that were frozen, the newest first.',
  who: readers,
  input: Figures,
  output: FigureList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await listFigures(cx, input)
    const mayTell = await whoseValue(cx)
    return { items: rows.map((r) => figureSeen(cx, r, mayTell(r))), nextCursor }
  },
})
