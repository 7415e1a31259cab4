/**
 * Which rules nobody sets alone once a laboratory works: those that a certificate or an act of custody stands on
 * (docs/decisions/two-people-for-rules.md). Everything else is a word to choose from, and one person keeps it in order.
 */
import { type Verdict, no, unless } from '#kernel/verdict.ts'

const ruledLists: ReadonlySet<string> = new Set([
  // What is examined, by what law, and what the certificate says of it.
  'item-type',
  'offence',
  'drug',
  'question',
  'contract-review',
  'request-template',
  'discipline',
  'case-type',
  'party-role',
  'review-rule',
  'paper-rule',
  'report-recipient',
  // Which profiles the law lets be kept and compared, and from which day.
  'dna-index',
  'dna-law',
  'dna-purpose',
  'str-locus',
  'str-kit',
  // Who may hold what, how long, and how it leaves.
  'retention-rule',
  'court-outcome',
  'disposal-method',
  'intended-disposition',
  'consumption-notice',
  'purpose-of-transfer',
  'refusal-reason',
  'seal-type',
  'hazard',
  'form-use',
])

/** A rule by what it is: a limit, a definition, a place, or a code by its list. */
export function needsTwo(rule: { readonly what: string; readonly key: string }): boolean {
  if (rule.what === 'list') return ruledLists.has(rule.key)
  if (rule.what === 'code') return ruledLists.has(rule.key.split('/')[0] ?? '')
  return true
}

export interface Hands {
  /** A demonstration, the first set-up, or the machinery that carries out what was approved. */
  readonly free: boolean
}
export const mayBeSetAlone = (
  rules: readonly { readonly what: string; readonly key: string }[],
  { free }: Hands,
): Verdict => {
  const first = rules.find(needsTwo)
  return unless(
    free || first === undefined,
    no('catalogue.not-alone', { what: first?.key ?? '' }, 'catalogue.next-propose-it'),
  )
}

/** A draft is put in force by another person than who wrote it. */
export const mayPublishAlone = (author: string | null, me: string, { free }: Hands): Verdict =>
  unless(free || author !== me, no('catalogue.draft-own', {}, 'catalogue.next-another'))
