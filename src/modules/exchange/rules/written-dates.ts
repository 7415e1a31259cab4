/**
 * Dates as people write them in a register: "Between 4/30/2022 and 05/01/2022 0900 hours", "12 de marzo de 1998", "around 3-4-99".
 * What is understood is the first day, the last day where a span is written, and the time where one time alone is written; what
 * is only guessed at (about, before, in the evening) is not made exact. Words that are not known leave a doubt; figures that are
 * not known leave nothing understood.
 */
import { PartialDate } from '#kernel/shapes.ts'

/** Which comes first where a date is all figures: the day, the month or the year. */
export type Order = 'dmy' | 'mdy' | 'ymd'

export interface Written {
  /** Null where only an end is written: before 3 May 1998. */
  readonly on: string | null
  readonly until: string | null
  readonly time: string | null
  /** Words that were not understood. */
  readonly rest: readonly string[]
  /** It is written that nobody knows. */
  readonly unknown?: true
}

const names = [
  'jan(?:uary)?|ene(?:ro)?',
  'feb(?:ruary|rero)?',
  'mar(?:ch|zo)?',
  'apr(?:il)?|abr(?:il)?',
  'may(?:o)?',
  'june?|jun(?:io)?',
  'july?|jul(?:io)?',
  'aug(?:ust)?|ago(?:sto)?',
  'sept?(?:ember|iembre)?|set(?:iembre)?',
  'oct(?:ober|ubre)?',
  'nov(?:ember|iembre)?',
  'dec(?:ember)?|dic(?:iembre)?',
]
const month = names.join('|')
const monthOf = (name: string): number => names.findIndex((n) => new RegExp(`^(?:${n})$`).test(name)) + 1

/** In this order: what is longer and surer is taken before what could be a part of it. */
const patterns: readonly [kind: string, pattern: RegExp][] = [
  ['iso', /(?<Y>\d{4})[-/.](?<M>\d{1,2})[-/.](?<D>\d{1,2})(?!\d)/y],
  ['figures', /(?<a>\d{1,2})[-/.](?<b>\d{1,2})[-/.](?<c>\d{4}|\d{2})(?!\d)/y],
  [
    'day-month',
    new RegExp(
      `(?<D>\\d{1,2})(?:st|nd|rd|th|o|º)?[ ./-]*(?:of |de |del )?(?<N>${month})\\b\\.?[ ,./-]*(?:of |de |del )?(?<Y>\\d{4}|\\d{2}(?!\\d))`,
      'y',
    ),
  ],
  [
    'month-day',
    new RegExp(`(?<N>${month})\\b\\.? *(?<D>\\d{1,2})(?:st|nd|rd|th)?[ ,]+(?<Y>\\d{4})(?!\\d)`, 'y'),
  ],
  [
    'month',
    new RegExp(
      `(?<N>${month})\\b\\.?[ ,./-]*(?:of |de |del )?(?<Y>\\d{4}|['’]?\\d{2}(?!\\d|[:.h ]*(?:hrs|hours|horas)))`,
      'y',
    ),
  ],
  ['month', /(?<M>\d{1,2})[/-](?<Y>\d{4})(?!\d)/y],
  ['time', /(?<H>\d{1,2})[:.](?<m>\d{2})(?:[:.]\d{2})? *(?<x>[ap]\.? ?m\b\.?)?(?!\d)/y],
  ['time', /(?<H>\d{1,2}) *(?<x>[ap]\.? ?m\b\.?)/y],
  ['time', /(?<H>\d{1,2})[:]?(?<m>\d{2}) *(?:hrs|hours|hour|hr|horas|hs|h)\b\.?/y],
  ['four', /\d{4}(?!\d)/y],
  ['figures-unknown', /\d+/y],
  ['word', /[\p{L}'’]+\.?/uy],
]
const silent =
  /^(?:between|entre|from|de|del|desde|the|el|la|los|las|on|en|at|a|an|al|las|and|y|e|to|till|until|hasta|or|o|of|in|hrs?|hours?|horas?|h|hs|t|z|day|dia|día|year|año)\.?$/
const vague =
  /^(?:about|abt|around|aprox(?:imadamente)?|approx(?:imately)?|circa|ca|c|cerca|sobre|hacia|unknown|unk|desconocid[ao]|time|times|date|dates|hora|horas|fecha|morning|mañana|manana|evening|afternoon|tarde|night|noche|midnight|noon|overnight|early|late|prior|possibly|probably|some|sometime|somewhere|during|mid|estimated|est|either|just|shortly|exact|exactly|incident|event|before|antes|after|después|despues|since)\.?$/
const unknown = /^(?:unknown|unk|desconocid[ao])\.?$/
const ending = /^(?:before|antes|prior)\.?$/

interface Token {
  readonly kind: string
  readonly text: string
  readonly groups: Readonly<Record<string, string | undefined>>
}

function tokensOf(text: string): Token[] {
  const line = text.toLowerCase().replace(/[–—]/g, '-').replace(/\s+/g, ' ')
  const tokens: Token[] = []
  for (let at = 0; at < line.length; ) {
    const found = patterns
      .map(([kind, pattern]) => {
        const one = new RegExp(pattern)
        one.lastIndex = at
        const m = one.exec(line)
        return m && { kind, text: m[0], groups: m.groups ?? {} }
      })
      .find((t) => t !== null)
    if (found) tokens.push(found)
    else if (/[~@&()[\]/,;.\- :?*"]/.test(line[at] ?? ''))
      tokens.push({ kind: 'mark', text: line[at] ?? '', groups: {} })
    else tokens.push({ kind: 'word', text: line[at] ?? '', groups: {} })
    at += found?.text.length ?? 1
  }
  return tokens
}

/** Undefined where no date is understood. */
export function readWritten(written: string, order: Order, pivot = 30): Written | undefined {
  const dates: { on: string; at: number }[] = []
  const times: string[] = []
  const rest: string[] = []
  let guessed = false
  const tokens = tokensOf(written)
  const alone = tokens.every((t) => t.kind === 'word' || t.kind === 'mark' || t.kind === 'four')
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'mark') {
      if (token.text === '~' || token.text === '?') guessed = true
    } else if (token.kind === 'word') {
      if (vague.test(token.text)) guessed = true
      else if (!silent.test(token.text)) rest.push(token.text)
    } else if (/^99:?99\b/.test(token.text)) {
      // So is an unknown hour written in forms that want figures.
      guessed = true
    } else if (token.kind === 'time') {
      const time = timeOf(token.groups)
      if (time === undefined) return undefined
      times.push(time)
    } else if (token.kind === 'four') {
      // Four figures are a year where nothing was dated before them, else a time as police write it: 0900.
      const year = Number(token.text)
      if (alone && year >= 1800 && year < 2100) dates.push({ on: token.text, at })
      else if (/^([01]\d|2[0-4])[0-5]\d$/.test(token.text))
        times.push(`${token.text.slice(0, 2)}:${token.text.slice(2)}`)
      else return undefined
    } else {
      const on = dayOf(token, order, pivot)
      if (on === undefined) return undefined
      dates.push({ on, at })
    }
  }
  if (
    dates.length === 0 &&
    times.length === 0 &&
    rest.length === 0 &&
    tokens.some((t) => unknown.test(t.text) || t.text === '?' || t.text === '-')
  )
    return { on: null, until: null, time: null, rest, unknown: true }
  const [first] = dates
  const last = dates.at(-1)
  if (!first || !last || (last !== first && last.on < first.on.slice(0, last.on.length))) return undefined
  const endOnly = tokens.slice(0, first.at).some((t) => t.kind === 'word' && ending.test(t.text))
  if (endOnly && last === first) return { on: null, until: first.on, time: null, rest }
  const time = dates.length === 1 && times.length === 1 && !guessed ? (times[0] ?? null) : null
  return {
    on: first.on,
    until: last.on === first.on ? null : last.on,
    time: time === '24:00' ? null : time,
    rest,
  }
}

function dayOf(token: Token, order: Order, pivot: number): string | undefined {
  const g = token.groups
  if (token.kind === 'figures-unknown') return undefined
  const [year, m, day] =
    token.kind === 'figures'
      ? order === 'mdy'
        ? [g.c, g.a, g.b]
        : order === 'dmy'
          ? [g.c, g.b, g.a]
          : [undefined, undefined, undefined]
      : [g.Y, g.M ?? String(monthOf(g.N ?? '')), g.D]
  if (year === undefined || m === undefined) return undefined
  const figures = year.replace(/['’]/, '')
  const full = figures.length === 4 ? figures : `${Number(figures) > pivot ? '19' : '20'}${figures}`
  const on = [full, m.padStart(2, '0'), day?.padStart(2, '0')].filter((p) => p !== undefined).join('-')
  return PartialDate.safeParse(on).success ? on : undefined
}

function timeOf(g: Token['groups']): string | undefined {
  const hour = Number(g.H)
  const half = g.x?.[0]
  const h = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
  if (h > 23 || (half !== undefined && (hour < 1 || hour > 12))) return undefined
  const minute = g.m ?? '00'
  return Number(minute) < 60 ? `${String(h).padStart(2, '0')}:${minute}` : undefined
}
