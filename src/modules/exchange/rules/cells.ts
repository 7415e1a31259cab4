/** One cell, or several, read by one rule of the map: what is written, and what it is understood as; pure. */
import { DecimalText, exact } from '#kernel/quantity.ts'
import type { ImportMap, RuleObject } from '../contract.ts'
import { readAge } from './ages.ts'
import { readDate } from './dates.ts'
import type { Written } from './written-dates.ts'

export interface Cells {
  readonly [column: string]: string
}
export type Kind = 'text' | 'date' | 'time' | 'decimal' | 'integer' | 'age'
/** `partly`: something of what is written was left over, so the value is taken and doubted. */
export interface Value {
  readonly text: string
  readonly day?: Written
  readonly partly?: boolean
}

export function writtenOf(spec: RuleObject, cells: Cells): string {
  if (spec.column !== undefined) {
    for (const column of [spec.column].flat()) {
      const cell = (cells[column] ?? '').trim()
      if (cell !== '') return cell
    }
    return ''
  }
  if (spec.constant !== undefined) return spec.constant
  if (spec.text !== undefined)
    return spec.text
      .replace(/\{([^}]+)\}/g, (_all, c: string) => (cells[c] ?? '').trim().replace(/\s+/g, ' '))
      .replace(/(?:\s*[,;:·]\s*)+(?=[,;:·]|$)/g, '')
      .replace(/^[\s,;:·]+/, '')
      .trim()
  return ''
}

export function valueOf(
  spec: RuleObject,
  written: string,
  kind: Kind,
  map: ImportMap,
): Value | 'absent' | 'reject' {
  let text = written
  if (spec.pattern !== undefined) {
    const found = new RegExp(spec.pattern, 'u').exec(text.slice(0, 2_000))
    if (!found) return 'absent'
    text = (found[1] ?? found[0]).trim()
  }
  if (spec.codes !== undefined) {
    const code =
      (Object.hasOwn(spec.codes, text) ? spec.codes[text] : undefined) ?? spec.otherwise ?? 'reject'
    if (code === 'absent' || code === 'reject') return code
    text = code
  }
  switch (kind) {
    case 'date': {
      const day = readDate(text, spec.dates ?? map.file.dates, spec.pivot)
      return day ? { text: day.on ?? '', day, partly: day.rest.length > 0 } : 'absent'
    }
    case 'time':
      return /^([01]?\d|2[0-3]):[0-5]\d/.test(text)
        ? { text: text.slice(0, 5).padStart(5, '0').replace(/:$/, '') }
        : 'absent'
    case 'integer':
      return /^\d{1,9}$/.test(text) ? { text } : 'absent'
    case 'age': {
      const age = readAge(text)
      return age ? { text: String(age.years), partly: age.guessed } : 'absent'
    }
    case 'decimal':
      return decimalOf(text, map.file.decimal)
    case 'text':
      return spec.decimal ? decimalOf(text, map.file.decimal) : { text }
    default: {
      const never: never = kind
      return never
    }
  }
}

/** Group marks go, the decimal mark becomes a point; kept as decimal text, never as a float. */
function decimalOf(written: string, mark: '.' | ','): Value | 'absent' {
  const plain = mark === ',' ? written.replace(/[.\s]/g, '').replace(',', '.') : written.replace(/[,\s]/g, '')
  if (!/^[+-]?\d{1,30}(\.\d{1,20})?$/.test(plain)) return 'absent'
  const text = exact(plain.replace(/^\+/, '')).toFixed()
  return DecimalText.safeParse(text).success ? { text } : 'absent'
}
