/** Sums of an import as it goes: how many of each verdict, and why, so that one wrong word in a map is told once and not ten thousand times. */
import type { Doubt, Receipt } from './contract.ts'

/** Why a row was not taken: the key of the sentence, the field, and the sentence of this row. */
export interface Because {
  readonly code: string
  readonly field?: string | undefined
  readonly reason: string
}
type Sums = Pick<Receipt, 'created' | 'matched' | 'rejected' | 'doubtful' | 'reasons' | 'doubts'>
export interface Counting {
  add(verdict: 'created' | 'matched' | 'rejected', doubts: readonly Doubt[], because?: Because): void
  sums(): Sums
}
const MOST = 20

export function counting(rejects: readonly Because[] = []): Counting {
  const verdicts = { created: 0, matched: 0, rejected: 0, doubtful: 0 }
  const reasons = new Map<string, { reason: string; rows: number }>()
  const doubted = new Map<string, { field: string; why: string; example: string; rows: number }>()
  const add: Counting['add'] = (verdict, doubts, because) => {
    verdicts[verdict] += 1
    if (verdict === 'rejected' && because) {
      const key = `${because.code} ${because.field ?? ''}`
      const same = reasons.get(key)
      reasons.set(key, { reason: same?.reason ?? because.reason, rows: (same?.rows ?? 0) + 1 })
    }
    if (verdict !== 'created' || doubts.length === 0) return
    verdicts.doubtful += 1
    for (const d of doubts) {
      const key = `${d.field} ${d.why}`
      const same = doubted.get(key)
      doubted.set(key, {
        field: d.field,
        why: d.why,
        example: same?.example ?? d.written.slice(0, 80),
        rows: (same?.rows ?? 0) + 1,
      })
    }
  }
  for (const r of rejects) add('rejected', [], r)
  const most = <T extends { rows: number }>(all: Iterable<T>): T[] =>
    [...all].sort((a, b) => b.rows - a.rows).slice(0, MOST)
  return {
    add,
    sums: () => ({ ...verdicts, reasons: most(reasons.values()), doubts: most(doubted.values()) }),
  }
}
