/**
 * The lines at the foot of passports and on the back of cards (ICAO Doc 9303, parts 4 to 6): three of 30 characters, two of 36, two of 44.
 * Check digits: weights 7, 3, 1; letters count from 10, the filler nothing (part 3, 4.9).
 */
import { dayOf, type IdentityRead } from './identity-read.ts'

const value = (c: string): number => (c === '<' ? 0 : c >= '0' && c <= '9' ? Number(c) : c.charCodeAt(0) - 55)
export function checkDigit(text: string): string {
  const sum = Array.from(text, value).reduce((all, v, i) => all + v * ([7, 3, 1][i % 3] ?? 0), 0)
  return String(sum % 10)
}
const bare = (text: string): string | null => text.replaceAll('<', ' ').replace(/\s+/g, ' ').trim() || null

/** Six figures without a century: a birth lies behind today, an expiry near it or ahead. */
function day(text: string, today: string, behind: boolean): string | null {
  if (!/^\d{6}$/.test(text)) return null
  const [year, month, date] = [0, 2, 4].map((at) => Number(text.slice(at, at + 2))) as [
    number,
    number,
    number,
  ]
  const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100
  const here = dayOf(century + year, month, date)
  if (behind) return here !== null && here <= today ? here : dayOf(century - 100 + year, month, date)
  // No document holds for half a century.
  return Number(today.slice(2, 4)) - year > 50 ? dayOf(century + 100 + year, month, date) : here
}
function nameOf(text: string): string | null {
  const [family = '', given = ''] = text.split(/<<(.*)/)
  return [bare(given), bare(family)].filter(Boolean).join(' ') || null
}

interface Places {
  readonly format: string
  readonly issuer: string
  readonly name: string
  readonly document: string
  readonly documentCheck: string
  readonly born: string
  readonly bornCheck: string
  readonly sex: string
  readonly expires: string
  readonly expiresCheck: string
  readonly all: string
  readonly allCheck: string
}
/** Passports and the two-line card have the same second line but for its length. */
function twoLines(format: string, one: string, two: string): Places {
  const passport = format === 'mrz-td3'
  const end = passport ? 43 : 35
  return {
    format,
    issuer: one.slice(2, 5),
    name: one.slice(5),
    document: two.slice(0, 9),
    documentCheck: two.slice(9, 10),
    born: two.slice(13, 19),
    bornCheck: two.slice(19, 20),
    sex: two.slice(20, 21),
    expires: two.slice(21, 27),
    expiresCheck: two.slice(27, 28),
    all: two.slice(0, 10) + two.slice(13, 20) + two.slice(21, end),
    allCheck: two.slice(end, end + 1),
  }
}
function threeLines(one: string, two: string, three: string): Places {
  // A number longer than nine goes on behind a filler in the place of its check digit (part 5, 4.2.2.1, note j).
  const longer = /^<([A-Z0-9]+)([0-9])<*$/.exec(one.slice(14))
  return {
    format: 'mrz-td1',
    issuer: one.slice(2, 5),
    name: three,
    document: one.slice(5, 14) + (longer?.[1] ?? ''),
    documentCheck: longer?.[2] ?? one.slice(14, 15),
    born: two.slice(0, 6),
    bornCheck: two.slice(6, 7),
    sex: two.slice(7, 8),
    expires: two.slice(8, 14),
    expiresCheck: two.slice(14, 15),
    all: one.slice(5, 30) + two.slice(0, 7) + two.slice(8, 15) + two.slice(18, 29),
    allCheck: two.slice(29, 30),
  }
}
function placesOf(text: string): Places | null {
  const lines = text
    .toUpperCase()
    .split(/[\r\n]+/)
    .map((l) => l.replace(/\s+/g, ''))
    .filter(Boolean)
  // A reader that types may leave the breaks out.
  const [joined] = lines.length === 1 ? lines : ['']
  const cut = (n: number, of: number): string[] =>
    joined?.length === n * of
      ? Array.from({ length: n }, (_, i) => joined.slice(i * of, (i + 1) * of))
      : lines
  const fits = (many: readonly string[], of: number): boolean =>
    many.every((l) => l.length === of && /^[A-Z0-9<]+$/.test(l))
  const three = cut(3, 30)
  if (three.length === 3 && fits(three, 30)) return threeLines(three[0] ?? '', three[1] ?? '', three[2] ?? '')
  for (const [format, length] of [
    ['mrz-td3', 44],
    ['mrz-td2', 36],
  ] as const) {
    const two = cut(2, length)
    if (two.length === 2 && fits(two, length)) return twoLines(format, two[0] ?? '', two[1] ?? '')
  }
  return null
}

export function readMrz(raw: string, today: string): IdentityRead | null {
  if (raw.length > 400) return null
  const p = placesOf(raw)
  if (!p || !/^[A-Z]/.test(raw.trim().toUpperCase())) return null
  const holds = (text: string, check: string): boolean => checkDigit(text) === check
  const failed = (
    [
      ['document', holds(p.document, p.documentCheck)],
      ['born', holds(p.born, p.bornCheck)],
      ['expires', holds(p.expires, p.expiresCheck)],
      ['all', holds(p.all, p.allCheck)],
    ] as const
  ).flatMap(([part, good]) => (good ? [] : [part]))
  return {
    format: p.format,
    name: nameOf(p.name),
    born: day(p.born, today, true),
    sex: p.sex === 'M' ? 'male' : p.sex === 'F' ? 'female' : null,
    document: bare(p.document),
    issuer: bare(p.issuer),
    address: null,
    expires: day(p.expires, today, false),
    failed,
    checked: true,
  }
}
