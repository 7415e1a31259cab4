/** A figure as it is kept for ever: its definition, its question, the instant, the answer and the hash of all four. */
import type { CoveredRow, Cx } from '#platform/cx.ts'
import type { Spell } from './rules/grants.ts'
import { sha256Of } from './asking.ts'
import { type Indicator, indicatorOf, measure } from './indicating.ts'

/** `care`: `exact` for who oversees the service; what leaves is rounded whoever makes it. */
export async function frozenFigure(
  cx: Cx,
  asked: {
    id?: string | undefined
    indicator: string | Indicator
    year: string
    /** Of a year or a quarter that is not the calendar's: what it is called, and its months. */
    spell?: Spell
    asOf: string
    care: 'exact' | 'rounded'
  },
) {
  const indicator =
    typeof asked.indicator === 'string' ? await indicatorOf(cx, asked.indicator) : asked.indicator
  const careful = asked.care === 'rounded' ? 'always' : false
  const { value, over, question, archive } = await measure(
    cx,
    indicator,
    asked.spell ?? asked.year,
    asked.asOf,
    careful,
  )
  const id = asked.id ?? cx.newId()
  const definition = { key: indicator.key, ...indicator.formula }
  const { spell } = asked
  const put = {
    year: spell?.label ?? asked.year,
    care: asked.care,
    question,
    ...(spell?.months ? { begins: spell.year, months: spell.months } : {}),
  }
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
