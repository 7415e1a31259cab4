/** Money as two people counted it: what a reader is told, and which notes the laboratory knows. */
import { codesOf } from '#modules/catalogue/public.ts'
import { actionsOf } from '#platform/actions.ts'
import type { Cx } from '#platform/cx.ts'
import type { CashRound, CashSeen } from './contract.ts'
import { type CountFact, type RoundFact, cashRounds, cashTotals, mayCountCash } from './rules.ts'
import type { WholeItem } from './store/chain.ts'

/** Faces of each currency in the list; none listed means that any face is taken. */
export async function facesOf(cx: Cx): Promise<{ code: string; name: string; faces: string[] }[]> {
  const es = cx.actor.language === 'es'
  return (await codesOf(cx, 'currency')).map((c) => {
    const faces = (c.data as { faces?: unknown } | null)?.faces
    return { code: c.code, name: es ? c.es : c.en, faces: Array.isArray(faces) ? faces.map(String) : [] }
  })
}

/** Of a count that waits for its second person nobody is told the figures but who made it. */
const countSeen = (c: CountFact, hidden: boolean): CashRound['first'] => ({
  id: c.id,
  by: c.by_name,
  at: c.at,
  signed: c.signed,
  lines: hidden ? null : c.lines,
  totals: hidden ? null : cashTotals(c.lines),
  doubtful: hidden ? null : c.doubtful,
  words: hidden ? null : c.words,
})
const roundSeen = (cx: Cx, r: RoundFact): CashRound => ({
  round: r.round,
  state: r.state,
  first: countSeen(r.first, r.state === 'waits' && r.first.person !== cx.actor.id),
  second: r.second ? countSeen(r.second, false) : null,
  differs: r.differs,
})

export async function cashSeen(cx: Cx, item: WholeItem): Promise<CashSeen> {
  const rounds = cashRounds(item.cash)
  const last = rounds.at(-1)
  const open = last?.state === 'waits' ? last.first : null
  return {
    item: {
      id: item.id,
      number: item.number,
      description: item.description,
      case: { id: item.root, number: item.case_number },
    },
    state: last?.state ?? 'none',
    totals: last?.state === 'agreed' ? cashTotals(last.first.lines) : [],
    rounds: rounds.map((r) => roundSeen(cx, r)),
    currencies: await facesOf(cx),
    actions: actionsOf(cx, item, {
      'evidence.count-cash': mayCountCash(item, item.is_cash, cx.actor.id, open),
    }),
  }
}
