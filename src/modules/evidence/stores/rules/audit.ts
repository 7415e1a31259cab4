/** The score of an audited count, and who may answer what; pure. */
import { exact } from '#kernel/quantity.ts'
import { allOf, no, unless, type Verdict } from '#kernel/verdict.ts'
import type { AuditScore } from '../contract/audit.ts'
import { stillCounting } from './stock.ts'

/** What does not apply counts neither way; a hundred answers that apply are the whole. */
export function auditScore(n: { things: number; yes: number; no: number }): AuditScore {
  const all = n.yes + n.no
  return { ...n, score: all === 0 ? null : exact(n.yes).times(100).dividedBy(all).toFixed(1) }
}

/** A question is asked of what was drawn or read in this very count, while it runs. */
export const mayAudit = (
  take: { readonly number: string; readonly closed_at: string | null },
  ofCount: boolean,
): Verdict =>
  allOf(
    stillCounting(take),
    unless(ofCount, no('evidence.not-audited-here', { number: take.number }, 'evidence.next-scan-it')),
  )
