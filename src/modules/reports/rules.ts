/** What may be said to a court, by whom, and when: pure. Author, reviewer and signer are never one person (ISO/IEC 17025:2017, 7.7, 7.8). */
import { type Verdict, allOf, no, unless, yes } from '#kernel/verdict.ts'
import { type TestSeen, mayIdentify } from '#modules/results/rules.ts'
import type { ReportState } from './contract.ts'

export type { TestSeen }

export interface Standing {
  readonly state: ReportState
  readonly author: string
  readonly reviewer: string | null
}

export interface Reported {
  readonly item: string
  readonly kind: string
  readonly substance: string | null
  readonly reviewed: boolean
  /** False once a later result corrects it. */
  readonly holds: boolean
  readonly tests: readonly TestSeen[]
}

/** Everything that a report stands on, gathered before it is judged. */
export interface Grounds {
  readonly results: readonly Reported[]
  /** Numbers of items with a reviewed result that the report leaves out. */
  readonly leftOut: readonly string[]
  readonly unreviewed: readonly string[]
  readonly unaccounted: readonly string[]
  readonly unconfirmed: readonly string[]
  /** Number of another live report on the same question and item. */
  readonly other: string | null
  /** Whoever wrote on a worksheet of the request, or concluded from it. */
  readonly workers: readonly string[]
  /** Whoever passed the technical review of its worksheets, where the laboratory wants another person for the administrative one. */
  readonly technical: readonly string[]
  readonly demo: boolean
  /** Whether what another module states may be signed; null or absent where the paper reports results. */
  readonly stated?: Verdict | null
}

export const isOver = (s: ReportState): boolean => s === 'superseded' || s === 'withdrawn'
export const isOut = (s: ReportState): boolean => s === 'issued' || isOver(s)

const notOut = (v: Standing): Verdict =>
  unless(!isOut(v.state), no('reports.already-out', {}, 'reports.next-amend'))

/** The author writes until the paper is signed; what was reviewed is no longer changed under the reviewer's hand. */
export function mayChange(v: Standing, actor: string): Verdict {
  return allOf(
    notOut(v),
    unless(v.author === actor, no('reports.not-the-author')),
    unless(
      v.state === 'draft' || v.state === 'returned',
      no('reports.under-review', {}, 'reports.next-return'),
    ),
  )
}

/** A presumptive result stays one, and an identity must still carry itself by the scheme (SWGDRUG 8.1, IIIB). */
export function mayReport(r: Reported): Verdict {
  return allOf(
    unless(r.reviewed, no('reports.result-not-reviewed', { item: r.item }, 'reports.next-review-result')),
    unless(r.holds, no('reports.result-corrected', { item: r.item }, 'reports.next-include')),
    r.kind === 'identity' && !mayIdentify(r.substance ?? '', r.tests).ok
      ? no('reports.presumptive-as-identity', { item: r.item }, 'reports.next-presumptive')
      : yes,
  )
}

/** All that must be settled before anybody signs. */
export function standsOn(g: Grounds): Verdict {
  const confirmed = unless(
    g.unconfirmed.length === 0 || g.demo,
    no('reports.value-unconfirmed', { values: list(g.unconfirmed) }, 'reports.next-confirm-value'),
  )
  if (g.stated) return allOf(g.stated, confirmed)
  return allOf(
    unless(g.results.length > 0, no('reports.nothing-to-report', {}, 'reports.next-review-result')),
    unless(
      g.unreviewed.length === 0,
      no('reports.result-not-reviewed', { item: list(g.unreviewed) }, 'reports.next-review-result'),
    ),
    ...g.results.map(mayReport),
    unless(
      g.leftOut.length === 0,
      no('reports.result-left-out', { items: list(g.leftOut) }, 'reports.next-include'),
    ),
    unless(
      g.unaccounted.length === 0,
      no('reports.runs-unaccounted', { runs: list(g.unaccounted) }, 'reports.next-account'),
    ),
    unless(
      g.other === null,
      no('reports.another-live', { number: g.other ?? '' }, 'reports.next-amend-other'),
    ),
    confirmed,
  )
}
const list = (names: readonly string[]): string => [...new Set(names)].join(', ')

/** Whose work it is does not read it for the house, whoever drew the paper up (ISO/IEC 17025:2017, 7.7). */
export function mayReview(v: Standing, actor: string, g: Grounds): Verdict {
  return allOf(
    notOut(v),
    unless(v.state !== 'returned', no('reports.returned-waits', {}, 'reports.next-author-changes')),
    unless(v.state === 'draft', no('reports.reviewed-already')),
    unless(v.author !== actor, no('reports.reviewer-is-author', {}, 'reports.next-other-person')),
    unless(!g.workers.includes(actor), no('reports.reviewer-did-the-work', {}, 'reports.next-other-person')),
    unless(
      !g.technical.includes(actor),
      no('reports.reviewer-reviewed-the-work', {}, 'reports.next-other-person'),
    ),
    standsOn(g),
  )
}

export function mayReturn(v: Standing, actor: string): Verdict {
  return allOf(
    notOut(v),
    unless(v.state !== 'signed', no('reports.signed-already', {}, 'reports.next-withdraw')),
    unless(v.state !== 'returned', no('reports.returned-waits', {}, 'reports.next-author-changes')),
    unless(v.author !== actor, no('reports.reviewer-is-author', {}, 'reports.next-other-person')),
  )
}

/** Whoever reviewed is not the one who signs: two people stand behind every paper. */
export function maySign(v: Standing, actor: string, g: Grounds): Verdict {
  return allOf(
    notOut(v),
    unless(v.state !== 'signed', no('reports.signed-already')),
    unless(v.state === 'reviewed', no('reports.not-reviewed', {}, 'reports.next-review')),
    unless(v.reviewer !== actor, no('reports.signer-is-reviewer', {}, 'reports.next-other-person')),
    standsOn(g),
  )
}

export function mayIssue(v: Standing, g: Grounds): Verdict {
  return allOf(
    notOut(v),
    unless(v.state === 'signed', no('reports.not-signed', {}, 'reports.next-sign')),
    standsOn(g),
  )
}

export const mayDeliver = (v: Standing): Verdict =>
  allOf(
    unless(!isOver(v.state), no('reports.over')),
    unless(v.state === 'issued', no('reports.not-issued', {}, 'reports.next-issue')),
  )

/** An amendment follows a paper that is out; one at a time. */
export function mayAmend(v: Standing): Verdict {
  return unless(
    v.state === 'issued' || v.state === 'withdrawn',
    no(v.state === 'superseded' ? 'reports.over' : 'reports.not-issued', {}, 'reports.next-change-draft'),
  )
}
export function mayWithdraw(v: Standing): Verdict {
  return allOf(
    unless(!isOver(v.state), no('reports.over')),
    unless(
      v.state === 'issued' || v.state === 'signed',
      no('reports.not-issued', {}, 'reports.next-change-draft'),
    ),
  )
}

/** 26-0001, and 26-0001-A1 for its first amendment. */
export const paperNumber = (v: { number: string; version: number }): string =>
  v.version === 1 ? v.number : `${v.number}-A${v.version - 1}`

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Twelve signs of Crockford's alphabet (60 bits): no I, L, O, U, so that it can be read aloud and typed from paper. */
export function codeFrom(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 12), (b) => alphabet[b & 31]).join('')
}
export const grouped = (code: string): string => code.replace(/^(.{4})(.{4})(.{4})$/, '$1-$2-$3')
/** What a person typed, as it is kept; undefined where it cannot be a code. */
export function readCode(text: string): string | undefined {
  const code = text
    .toUpperCase()
    .replace(/[\s‐‑–—-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return code.length === 12 && Array.from(code).every((c) => alphabet.includes(c)) ? code : undefined
}
