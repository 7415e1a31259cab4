/** A frozen figure as it is told: one that was frozen exact tells its value, and the hash by which a value can be guessed, only to who may see that value. */
import type { Cx } from '#platform/cx.ts'
import { oversees } from './asking.ts'
import type { FigureSeen } from './contract.ts'
import { rulesOf } from './policy.ts'
import { policyOf } from './rules.ts'
import { datasetOf } from './store/datasets.ts'
import type { FigureRow } from './store/figures.ts'

/** Whose value this reader may see, of any figure. */
export async function whoseValue(cx: Cx): Promise<(row: FigureRow) => boolean> {
  const rules = oversees(cx) ? [] : await rulesOf(cx)
  return ({ asked: { care, question } }) => {
    if (oversees(cx) || care === 'rounded' || datasetOf[question.dataset].about === 'work') return true
    const decided = policyOf(question, rules)
    return 'whole' in decided && decided.whole
  }
}

export function figureSeen(cx: Cx, row: FigureRow, mayTell: boolean): FigureSeen {
  return {
    id: row.id,
    indicator: row.indicator,
    name: cx.language === 'es' ? row.name_es : row.name_en,
    year: row.asked.year,
    value: mayTell ? row.answer.value : null,
    asOf: row.as_of,
    frozenAt: row.recorded_at,
    by: row.by_name,
    sha256: mayTell ? row.sha256 : '',
  }
}
