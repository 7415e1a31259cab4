/** What is new in a case that was sent, in words that stand beside each other, and what a person may still decide of it. */
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'
import type { SentCase } from '../contract/arrivals.ts'

const plain = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : Array.isArray(value)
      ? value.map(plain).filter(Boolean).join('; ')
      : typeof value === 'object'
        ? Object.values(value).map(plain).filter(Boolean).join(', ')
        : String(value)

/** As somebody reads it, whatever order it was sent in. */
const inOrder = [
  'number',
  'kind',
  'office',
  'officer',
  'type',
  'title',
  'summary',
  'offences',
  'incident',
  'place',
  'parties',
] as const

/** Field by field as it was sent; people without what would name somebody protected. */
export function saidOf(
  sent: SentCase,
  protects: (party: Party) => boolean,
): { field: string; text: string }[] {
  const { parties, ...rest } = sent
  const people = (parties ?? []).map((p) => (protects(p) ? { role: p.role } : p))
  const all: Readonly<Record<string, unknown>> = { ...rest, parties: people }
  return inOrder.map((field) => ({ field, text: plain(all[field]) })).filter((f) => f.text !== '')
}
type Party = NonNullable<SentCase['parties']>[number]

export function differencesBetween(
  before: readonly { readonly field: string; readonly text: string }[],
  now: readonly { readonly field: string; readonly text: string }[],
): { field: string; before: string | null; now: string | null }[] {
  const was = new Map(before.map((f) => [f.field, f.text]))
  const is = new Map(now.map((f) => [f.field, f.text]))
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => was.get(field) !== is.get(field))
    .map((field) => ({ field, before: was.get(field) ?? null, now: is.get(field) ?? null }))
}

/** Only what waits is decided; what changes a case that was opened is added to it or noted, and opens no second one. */
export function mayDecide(
  a: {
    readonly sort: 'case' | 'recording'
    readonly waits: boolean
    readonly caseRoot: string | null
    readonly unit: string | null
  },
  d: { readonly decision: string; readonly unit?: string | null | undefined },
): Verdict {
  return allOf(
    unless(a.waits, no('exchange.arrival-decided', {}, 'exchange.next-see-arrival')),
    unless(
      a.sort === 'case' || d.decision === 'add' || d.decision === 'reject',
      no('exchange.recording-opens-no-case', {}, 'exchange.next-choose-case'),
    ),
    unless(
      d.decision !== 'open' || a.caseRoot === null,
      no('exchange.arrival-opened-before', {}, 'exchange.next-add-or-note'),
    ),
    unless(
      d.decision !== 'note' || a.caseRoot !== null,
      no('exchange.arrival-nothing-to-note', {}, 'exchange.next-open-or-reject'),
    ),
    unless(
      d.decision !== 'open' || Boolean(d.unit ?? a.unit),
      no('exchange.arrival-whose', {}, 'exchange.next-choose-office'),
    ),
  )
}
