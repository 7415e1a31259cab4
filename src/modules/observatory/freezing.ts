/** A figure as it is kept for ever: its definition, its question, the instant, the answer and the hash of all four. */
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { sha256Of } from './asking.ts'
import { indicatorOf, measure } from './indicating.ts'

/** `care`: `exact` for who oversees the service; what leaves is rounded whoever makes it. */
export async function frozenFigure(
  cx: Cx,
  asked: {
    id?: string | undefined
    indicator: string
    year: string
    asOf: string
    care: 'exact' | 'rounded'
  },
) {
  const indicator = await indicatorOf(cx, asked.indicator)
  const careful = asked.care === 'rounded' ? 'always' : false
  const { value, over, question, archive } = await measure(cx, indicator, asked.year, asked.asOf, careful)
  const id = asked.id ?? cx.newId()
  const definition = { key: indicator.key, ...indicator.formula }
  const put = { year: asked.year, care: asked.care, question }
  const taken = (archive ?? []).filter((part) => part.counted)
  const answer = {
    value,
    over,
    ...(taken.length > 0
      ? { archive: taken.map((part) => ({ confidence: part.confidence, value: part.value })) }
      : {}),
  }
  const sha256 = sha256Of({ definition, asked: put, asOf: asked.asOf, answer })
  const row = {
    id,
    indicator: indicator.key,
    name_en: indicator.en,
    name_es: indicator.es,
    definition,
    asked: put,
    as_of: asked.asOf,
    answer,
    sha256,
  } as unknown as CoveredRow
  return { id, value, sha256, question, indicator, row }
}
