/** Pure rules of the catalogue: which day it is, how a number is written, what may be retired, published, confirmed. */
import type { Numbering, Series } from './contract.ts'
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'

export { dayOfInstant as dayOf } from '#kernel/calendar.ts'

/** Making one costs more than everything else that a number needs. */
const years = new Map<string, Intl.DateTimeFormat>()
function yearOf(zone: string): Intl.DateTimeFormat {
  const known = years.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric' })
  years.set(zone, made)
  return made
}

/** The calendar year at an instant where the laboratory is (IANA zone): New Year is local, instants are UTC. */
export function yearIn(instant: string, zone: string): string {
  const parts = yearOf(zone).formatToParts(Date.parse(instant))
  return parts.find((p) => p.type === 'year')?.value ?? instant.slice(0, 4)
}

/** What numbers look like before a laboratory has said otherwise. */
export const plainNumbering: Readonly<Record<Series, Numbering>> = {
  case: { pattern: 'C-{yyyy}-{00000}', reset: 'year', zone: 'UTC' },
  'outside-case': { pattern: 'X-{yyyy}-{0000}', reset: 'year', zone: 'UTC' },
  submission: { pattern: 'S-{yyyy}-{0000}', reset: 'year', zone: 'UTC' },
  item: { pattern: '{parent:tail}-{n}', reset: 'never', zone: 'UTC' },
  request: { pattern: 'R-{0000}', reset: 'never', zone: 'UTC' },
  worksheet: { pattern: 'W-{0000}', reset: 'never', zone: 'UTC' },
  profile: { pattern: 'DNA-{yyyy}-{0000}', reset: 'year', zone: 'UTC' },
  report: { pattern: '{yy}-{0000}', reset: 'year', zone: 'UTC' },
  batch: { pattern: 'B-{yyyy}-{000}', reset: 'year', zone: 'UTC' },
  run: { pattern: 'RUN-{yyyy}-{00000}', reset: 'year', zone: 'UTC' },
  consignment: { pattern: 'K-{yyyy}-{000}', reset: 'year', zone: 'UTC' },
  attendance: { pattern: 'SC-{yyyy}-{0000}', reset: 'year', zone: 'UTC' },
  call: { pattern: 'CALL-{yyyy}-{0000}', reset: 'year', zone: 'UTC' },
  death: { pattern: 'ME-{yyyy}-{000}', reset: 'year', zone: 'UTC' },
  missing: { pattern: 'MP-{yyyy}-{000}', reset: 'year', zone: 'UTC' },
  box: { pattern: 'BX-{0000}', reset: 'never', zone: 'UTC' },
  nonconformity: { pattern: 'NC-{yyyy}-{000}', reset: 'year', zone: 'UTC' },
  'stock-take': { pattern: 'ST-{yyyy}-{000}', reset: 'year', zone: 'UTC' },
  'paper-file': { pattern: 'AF-{00000}', reset: 'never', zone: 'UTC' },
  'scan-batch': { pattern: 'SB-{yyyy}-{000}', reset: 'year', zone: 'UTC' },
  'inspection-lot': { pattern: 'LOT-{yyyy}-{000}', reset: 'year', zone: 'UTC' },
  'scan-request': { pattern: 'SR-{yyyy}-{0000}', reset: 'year', zone: 'UTC' },
  'archive-paper': { pattern: 'AP-{yyyy}-{0000}', reset: 'year', zone: 'UTC' },
  'archive-disposal': { pattern: 'AD-{yyyy}-{000}', reset: 'year', zone: 'UTC' },
}

const TOKEN = /\{([^{}]*)\}/g
const KNOWN = /^(yyyy|yy|n|0+|unit|parent|parent:tail)$/

/** A pattern has exactly one running number, known tokens only, and a year where it starts anew each year. */
export function mayNumberSo({ pattern, reset, zone }: Numbering): Verdict {
  const tokens = [...pattern.matchAll(TOKEN)].map((m) => m[1] ?? '')
  const unknown = tokens.find((t) => !KNOWN.test(t))
  return allOf(
    unless(
      unknown === undefined && !/[{}]/.test(pattern.replace(TOKEN, '')),
      no('catalogue.pattern-token', { token: unknown ?? pattern }, 'catalogue.next-pattern'),
    ),
    unless(
      tokens.filter((t) => /^(n|0+)$/.test(t)).length === 1,
      no('catalogue.pattern-one-number', { pattern }, 'catalogue.next-pattern'),
    ),
    unless(
      reset !== 'year' || tokens.some((t) => t === 'yyyy' || t === 'yy'),
      no('catalogue.pattern-needs-year', { pattern }, 'catalogue.next-pattern'),
    ),
    unless(isZone(zone), no('catalogue.no-such-zone', { zone })),
  )
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** `parent:tail` is what stands after the parent's first hyphen: C-2026-00017 gives 2026-00017. */
export function writeNumber(
  pattern: string,
  values: { year: string; n: number; unit?: string | undefined; parent?: string | undefined },
): string {
  return pattern.replace(TOKEN, (_, token: string) => {
    if (token === 'yyyy') return values.year
    if (token === 'yy') return values.year.slice(-2)
    if (token === 'n') return String(values.n)
    if (token === 'unit') return values.unit ?? ''
    if (token === 'parent') return values.parent ?? ''
    if (token === 'parent:tail') return values.parent?.replace(/^[^-]*-/, '') ?? ''
    return String(values.n).padStart(token.length, '0')
  })
}

/** Numbers must be unique, so each thing that is printed has its own counter. */
export function counterOf(
  numbering: Numbering,
  values: { year: string; unit?: string | undefined; parent?: string | undefined },
): { scope: string; period: string } {
  const scope = [
    numbering.pattern.includes('{unit}') ? (values.unit ?? '') : '',
    numbering.pattern.includes('{parent') ? (values.parent ?? '') : '',
  ].join('|')
  return { scope, period: numbering.reset === 'year' ? values.year : '' }
}

export function mayRetire(
  code: { valid_from: string | null; valid_until: string | null } | undefined,
  on: string,
): Verdict {
  return allOf(
    unless(code !== undefined, no('catalogue.no-such-code-now', undefined, 'catalogue.next-choose-code')),
    unless(
      code?.valid_until == null || code.valid_until > on,
      no('catalogue.already-retired', { on: code?.valid_until ?? '' }),
    ),
    unless(
      code?.valid_from == null || code.valid_from <= on,
      no('catalogue.retired-before-begun', { from: code?.valid_from ?? '' }),
    ),
  )
}

export const mayBeDated = (from: string | null | undefined, until: string | null | undefined): Verdict =>
  unless(!from || !until || from <= until, no('catalogue.ends-before-begins', { from, until }))

export const mayPublish = (published: string | null): Verdict =>
  unless(
    published === null,
    no('catalogue.already-published', { on: published }, 'catalogue.next-new-version'),
  )

export const mayConfirm = (value: { unverified: boolean; confirmed: boolean }): Verdict =>
  allOf(
    unless(value.unverified, no('catalogue.not-in-doubt')),
    unless(!value.confirmed, no('catalogue.already-confirmed')),
  )
