/** Who may ask for records and how they show who they are, what it costs, when it is given; the laboratory's lists say all of it. Pure. */
import { exact } from '#kernel/quantity.ts'
import { type Verdict, allOf, no, unless, yes } from '#kernel/verdict.ts'
import type { RecordState } from '../contract/records.ts'

/** What a code of the list `record-request` says. */
export interface RecordKind {
  /** Ways of showing who asks that are enough; all where it says none. */
  readonly proof?: readonly string[]
  /** The number of a subpoena or order must be named. */
  readonly authority?: boolean
  /** Days until it is answered. */
  readonly days?: number
  readonly fee?: string
  readonly per?: 'request' | 'paper'
  readonly currency?: string
  /** Kinds of agency that pay nothing. */
  readonly free?: readonly string[]
}
/** What a code of the list `examination-fee` says. */
export interface ExaminationFee {
  readonly questions?: readonly string[]
  readonly fee?: string
  readonly per?: 'request' | 'item'
  readonly currency?: string
}
export interface Owed {
  readonly rule: string
  readonly count: number
  readonly amount: string
  readonly currency: string
}
const times = (fee: string, count: number): string => exact(fee).times(String(count)).toFixed(2)

export function owedForRecords(
  rule: string,
  kind: RecordKind,
  of: { readonly agencyKind: string | null; readonly papers: number },
): Owed | null {
  if (!kind.fee || !kind.currency || Number(kind.fee) <= 0) return null
  if (of.agencyKind !== null && kind.free?.includes(of.agencyKind)) return null
  const count = kind.per === 'paper' ? of.papers : 1
  return { rule, count, amount: times(kind.fee, count), currency: kind.currency }
}
/** The first rule that names the question; a request of an agency whose agreement says nothing of fees is never asked here. */
export function owedForExamination(
  rules: readonly { readonly code: string; readonly data: ExaminationFee }[],
  of: { readonly question: string; readonly items: number },
): Owed | null {
  const rule = rules.find((r) => r.data.questions?.includes(of.question))
  if (!rule?.data.fee || !rule.data.currency || Number(rule.data.fee) <= 0) return null
  const count = rule.data.per === 'item' ? Math.max(of.items, 1) : 1
  return { rule: rule.code, count, amount: times(rule.data.fee, count), currency: rule.data.currency }
}

export function mayAskForRecords(
  asks: {
    readonly inside: boolean
    readonly proof: string
    readonly named: boolean
    readonly authority: string | null
    readonly says: boolean
  },
  kind: RecordKind,
): Verdict {
  return allOf(
    // Who works here asks for nobody but whoever stands before them.
    unless(!asks.inside || asks.named, no('portal.records-who-asks', {}, 'portal.next-name-asker')),
    unless(asks.inside || !asks.named, no('portal.records-for-oneself', {}, 'portal.next-own-name')),
    unless(
      !kind.proof || kind.proof.includes(asks.proof),
      no(`portal.records-proof-${asks.proof}`, {}, 'portal.next-other-proof'),
    ),
    unless(
      !kind.authority || Boolean(asks.authority),
      no('portal.records-authority', {}, 'portal.next-name-order'),
    ),
    unless(asks.says, no('portal.records-which-case', {}, 'portal.next-name-case')),
  )
}

/** The one standing that follows from what was decided, paid and given. */
export function stateOfRecords(r: {
  readonly decision: 'granted' | 'refused' | null
  readonly owes: boolean
  readonly released: boolean
}): RecordState {
  if (r.released) return 'released'
  if (r.decision === null) return 'asked'
  if (r.decision === 'refused') return 'refused'
  return r.owes ? 'owes' : 'ready'
}
export const mayDecideRecords = (state: RecordState): Verdict =>
  unless(state === 'asked', no('portal.records-decided', {}, 'portal.next-ask-again'))
/** Once, and when nothing is owed any more. */
export const mayReleaseRecords = (state: RecordState): Verdict =>
  state === 'ready'
    ? yes
    : state === 'released'
      ? no('portal.records-released', {}, 'portal.next-ask-again')
      : state === 'owes'
        ? no('portal.records-owes', {}, 'portal.next-pay')
        : no('portal.records-not-granted', {}, 'portal.next-wait-decision')
export const maySettle = (settled: string | null): Verdict =>
  unless(settled === null, no('portal.charge-settled', {}, 'portal.next-see-charge'))
