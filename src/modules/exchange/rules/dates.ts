/** Written dates to partial dates, by formats that the map names: what the day is not known for stays unknown. */
import { PartialDate } from '#kernel/shapes.ts'
import { type Order, type Written, readWritten } from './written-dates.ts'

/** A format of this name reads dates as people write them, spans and all; a year of two figures turns at the pivot. */
const asWritten: Readonly<Record<string, Order>> = {
  'words:dmy': 'dmy',
  'words:mdy': 'mdy',
  'words:ymd': 'ymd',
}

const tokens: Readonly<Record<string, string>> = {
  YYYY: '(?<Y>\\d{4})',
  YY: '(?<y>\\d{2})',
  MMM: '(?<N>\\p{L}{3,10})\\.?',
  MM: '(?<M>\\d{1,2})',
  DD: '(?<D>\\d{1,2})',
  HH: '(?<H>\\d{1,2})',
  mm: '(?<m>\\d{2})',
  ss: '(?:\\d{2}(?:[.,]\\d+)?)',
  Z: '(?:Z|[+-]\\d\\d:?\\d\\d)?',
}
const months = [
  'jan ene',
  'feb',
  'mar',
  'apr abr',
  'may',
  'jun',
  'jul',
  'aug ago',
  'sep set',
  'oct',
  'nov',
  'dec dic',
]
const compiled = new Map<string, RegExp>()

function patternOf(format: string): RegExp {
  let pattern = compiled.get(format)
  if (!pattern) {
    const source = format
      .split(/(YYYY|YY|MMM|MM|DD|HH|mm|ss|Z)/)
      .map((part) => tokens[part] ?? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ +/g, '\\s+'))
      .join('')
    compiled.set(format, (pattern = new RegExp(`^${source}$`, 'u')))
  }
  return pattern
}

/** The first format that fits and names a day that exists; undefined where none does. Formats may lack day or month. */
export function readDate(written: string, formats: readonly string[], pivot = 30): Written | undefined {
  for (const format of formats) {
    const order = asWritten[format]
    if (order) {
      const read = readWritten(written, order, pivot)
      if (read) return read
      continue
    }
    const g = patternOf(format).exec(written.trim())?.groups
    if (!g) continue
    const year = g.Y ?? (g.y === undefined ? undefined : Number(g.y) > pivot ? `19${g.y}` : `20${g.y}`)
    const month = g.M ?? (g.N === undefined ? undefined : monthOf(g.N))
    if (year === undefined || (g.D !== undefined && month === undefined)) continue
    const on = [year, month?.padStart(2, '0'), g.D?.padStart(2, '0')].filter((p) => p !== undefined).join('-')
    const time = g.H !== undefined && g.m !== undefined ? `${g.H.padStart(2, '0')}:${g.m}` : null
    if (PartialDate.safeParse(on).success && (time === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(time)))
      return { on, until: null, time, rest: [] }
  }
  return undefined
}

function monthOf(name: string): string | undefined {
  const start = name.toLowerCase().slice(0, 3)
  const index = months.findIndex((m) => m.split(' ').includes(start))
  return index < 0 ? undefined : String(index + 1)
}
