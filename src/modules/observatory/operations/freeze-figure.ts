/** Keeps an indicator's figure for ever, with its definition, its question, the instant and a hash: anybody can compute it again. */
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { oversees, settledAt, sha256Of } from '../asking.ts'
import { FigureFrozen, FreezeFigure } from '../contract.ts'
import { indicatorOf, measure } from '../indicating.ts'
import { releasers } from '../roles.ts'

export const freezeFigure = command({
  name: 'observatory.freeze-figure',
  summary: 'Keeps a figure for ever, with its definition, its question, the instant and a hash.',
  who: releasers,
  input: FreezeFigure,
  output: FigureFrozen,
  async run(cx, input) {
    cx.allow(null)
    const indicator = await indicatorOf(cx, input.indicator)
    const asOf = await settledAt(cx, input.asOf)
    const careful = !oversees(cx)
    const { value, over, question, archive } = await measure(cx, indicator, input.year, asOf, careful)
    const id = input.id ?? cx.newId()
    const definition = { key: indicator.key, ...indicator.formula }
    const asked = { year: input.year, care: careful ? 'rounded' : 'exact', question }
    const taken = (archive ?? []).filter((part) => part.counted)
    const answer = {
      value,
      over,
      ...(taken.length > 0
        ? { archive: taken.map((part) => ({ confidence: part.confidence, value: part.value })) }
        : {}),
    }
    const sha256 = sha256Of({ definition, asked, asOf, answer })
    await cx.record({
      subject: ref('observatory.figure', id),
      facts: { indicator: indicator.key, sha256 },
      rows: {
        'observatory.figure': [
          {
            id,
            indicator: indicator.key,
            name_en: indicator.en,
            name_es: indicator.es,
            definition,
            asked,
            as_of: asOf,
            answer,
            sha256,
          },
        ],
      },
    })
    return { id, value, sha256, asOf }
  },
})
