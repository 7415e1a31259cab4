/** Keeps an indicator's figure for ever, with its definition, its question, the instant and a hash: anybody can compute it again. */
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { oversees, settledAt } from '../asking.ts'
import { FigureFrozen, FreezeFigure } from '../contract.ts'
import { sharedInstant } from '../careful.ts'
import { frozenFigure } from '../freezing.ts'
import { indicatorOf } from '../indicating.ts'
import { releasers } from '../roles.ts'

export const freezeFigure = command({
  name: 'observatory.freeze-figure',
  summary: 'Keeps a figure for ever, with its definition, its question, the instant and a hash.',
  who: releasers,
  input: FreezeFigure,
  output: FigureFrozen,
  async run(cx, input) {
    cx.allow(null)
    const { formula } = await indicatorOf(cx, input.indicator)
    const asOf = await sharedInstant(cx, formula.dataset, await settledAt(cx, input.asOf))
    const care = oversees(cx) ? ('exact' as const) : ('rounded' as const)
    const { id, value, sha256, row } = await frozenFigure(cx, { ...input, asOf, care })
    await cx.record({
      subject: ref('observatory.figure', id),
      facts: { indicator: input.indicator, sha256 },
      rows: { 'observatory.figure': [row] },
    })
    return { id, value, sha256, asOf }
  },
})
