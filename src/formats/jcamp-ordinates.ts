/**
 * Decodes the number tables of JCAMP-DX (McDonald and Wilks, Applied Spectroscopy 42, 151, 1988, section 5.8 to 5.9): AFFN and
 * the ASDF forms PAC, SQZ, DIF and DUP for (X++(Y..Y)), and pairs for (XY..XY). Kept apart because the check digits are here.
 */
import { type Reading, numberOf } from './reading.ts'

export interface LineStart {
  /** The abscissa that the line begins with, before XFACTOR. */
  readonly x: number
  /** Decimals that x is written with: its rounding. */
  readonly decimals: number
  /** Index of the ordinate that stands at x. */
  readonly index: number
}

export interface Ordinates {
  /** Before YFACTOR; NaN where the file says “?”. */
  readonly values: readonly number[]
  readonly starts: readonly LineStart[]
}

type Kind = 'value' | 'difference'
interface State {
  readonly values: number[]
  readonly starts: LineStart[]
  last: number
  /** What the last line ended with: after differences the next line opens with a repetition, the Y check. */
  kind: Kind
  step: number
  unread: number
  failedChecks: number
}

/** One token after the abscissa: a pseudo-digit with more digits, or a plain signed number, or “?”. */
const TOKEN = /[@A-Ia-i%J-Rj-rS-Zs](\d*\.?\d*)|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]\d{1,3}(?![\d.]))?|\?/y
/** The exponent of an abscissa has its sign (AFFN): “2E000” is 2 and then 5000 in SQZ. */
const ABSCISSA = /\s*([-+]?(?:\d+\.?(\d*)|\.(\d+))(?:[eE][-+]\d{1,3}(?=[\s,;]|$))?)/y
/** A repetition may stand for at most so many points in one token; more is no spectrum. */
const MAX_REPEAT = 1_000_000

/** (X++(Y..Y)): the lines of the table without comments. */
export function decodeOrdinates(lines: readonly string[], reading: Reading): Ordinates {
  const state: State = { values: [], starts: [], last: 0, kind: 'value', step: 0, unread: 0, failedChecks: 0 }
  for (const line of lines) if (line.trim() !== '') decodeLine(line, state, reading)
  if (state.unread > 0) reading.note('formats.jcamp.signs-not-understood', { signs: state.unread })
  if (state.failedChecks > 0) reading.note('formats.jcamp.y-check-failed', { lines: state.failedChecks })
  return { values: state.values, starts: state.starts }
}

function decodeLine(line: string, state: State, reading: Reading): void {
  ABSCISSA.lastIndex = 0
  const abscissa = ABSCISSA.exec(line)
  if (!abscissa) {
    state.unread += line.trim().length
    return
  }
  const checked = state.kind === 'difference' && state.values.length > 0
  const x = Number(abscissa[1])
  if (!Number.isFinite(x)) state.unread += 1
  else
    state.starts.push({
      x,
      decimals: (abscissa[2] ?? abscissa[3] ?? '').length,
      index: state.values.length - (checked ? 1 : 0),
    })
  let first = true
  let at = ABSCISSA.lastIndex
  while (at < line.length) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(line)
    if (token) {
      takeToken(token, first && checked, state, reading)
      first = false
      at = TOKEN.lastIndex
    } else {
      if (!/[\s,;]/.test(line[at] as string)) state.unread += 1
      at += 1
    }
  }
}

function takeToken(token: RegExpExecArray, isCheck: boolean, state: State, reading: Reading): void {
  const sign = token[0][0] as string
  const digits = token[1] ?? ''
  if (sign === '?') keep(Number.NaN, state, reading)
  else if (/[S-Zs]/.test(sign))
    repeat(Number(`${sign === 's' ? 9 : sign.charCodeAt(0) - 82}${digits}`), state, reading)
  else if (/[%J-Rj-r]/.test(sign)) {
    state.step = pseudo(sign, digits, '%', 'J', 'j')
    keep(state.last + state.step, state, reading)
    state.kind = 'difference'
  } else {
    const value = /[@A-Ia-i]/.test(sign) ? pseudo(sign, digits, '@', 'A', 'a') : Number(token[0])
    if (isCheck) check(value, state)
    else keep(value, state, reading)
    state.kind = 'value'
  }
}

/** “A23” is 123, “a23” is -123, “@” is 0; likewise J, j and % for differences. */
function pseudo(sign: string, digits: string, zero: string, plus: string, minus: string): number {
  if (sign === zero) return Number(`0${digits}`)
  const upper = sign === sign.toUpperCase()
  const first = sign.charCodeAt(0) - (upper ? plus : minus).charCodeAt(0) + 1
  const size = Number(`${first}${digits}`)
  return upper ? size : -size
}

/** “5Tn” style counts: the token before is there that many times in all. */
function repeat(count: number, state: State, reading: Reading): void {
  if (!Number.isInteger(count) || count < 1 || count > MAX_REPEAT || state.values.length === 0) {
    state.unread += 1
    return
  }
  reading.spend(count - 1)
  for (let i = 1; i < count; i += 1) {
    if (state.kind === 'difference') state.last += state.step
    state.values.push(state.last)
  }
}

function keep(value: number, state: State, reading: Reading): void {
  reading.spend(1)
  if (Number.isFinite(value)) state.last = value
  else if (!Number.isNaN(value)) state.unread += 1
  state.values.push(Number.isFinite(value) ? value : Number.NaN)
}

/** The repeated ordinate must equal the sum of the differences; where it does not, the written value is taken up from here. */
function check(value: number, state: State): void {
  const size = Math.max(1, Math.abs(value), Math.abs(state.last))
  if (Math.abs(value - state.last) > size * 1e-9) {
    state.failedChecks += 1
    state.last = value
  }
}

/** (XY..XY): numbers two by two; “?” for a missing ordinate leaves the pair out. */
export function decodePairs(lines: readonly string[], reading: Reading): { x: number; y: number }[] {
  const pairs: { x: number; y: number }[] = []
  let x: number | undefined
  let junk = 0
  for (const line of lines) {
    for (const word of line.split(/[\s,;]+/)) {
      if (word === '') continue
      const value = numberOf(word) ?? Number.NaN
      if (Number.isNaN(value) && word !== '?') {
        junk += 1
        continue
      }
      if (x === undefined) x = value
      else {
        reading.spend(1)
        if (Number.isFinite(x) && Number.isFinite(value)) pairs.push({ x, y: value })
        x = undefined
      }
    }
  }
  if (junk > 0) reading.note('formats.jcamp.signs-not-understood', { signs: junk })
  if (x !== undefined) reading.note('formats.jcamp.half-a-pair')
  return pairs
}
