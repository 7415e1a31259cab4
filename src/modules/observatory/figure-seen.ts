/** A frozen figure as it is told. */
import type { Cx } from '#platform/cx.ts'
import type { FigureSeen } from './contract.ts'
import type { FigureRow } from './store/figures.ts'

export function figureSeen(cx: Cx, row: FigureRow): FigureSeen {
  return {
    id: row.id,
    indicator: row.indicator,
    name: cx.language === 'es' ? row.name_es : row.name_en,
    year: row.asked.year,
    value: row.answer.value,
    asOf: row.as_of,
    frozenAt: row.recorded_at,
    by: row.by_name,
    sha256: row.sha256,
  }
}
