/** Reads one row by the map: what was understood, what was not and why, or why the row cannot be taken; pure. */
import { DecimalText, exact } from '#kernel/quantity.ts'
import type { Doubt, ImportMap, Rule, RuleObject } from './contract.ts'
import { readDate } from './rules/dates.ts'

export interface Cells {
  readonly [column: string]: string
}
export interface Understood {
  readonly number: string | null
  readonly case: Record<string, unknown>
  readonly doubts: Doubt[]
}
/** Why a row is not taken: a text key with its values. */
export interface NotTaken {
  readonly code: string
  readonly values: { readonly [name: string]: string }
}

type Kind = 'text' | 'date' | 'at' | 'time' | 'decimal' | 'integer'
class Unreadable extends Error {
  readonly refusal: NotTaken
  constructor(refusal: NotTaken) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** Columns that the map names and the file does not have. */
export function columnsMissing(map: ImportMap, columns: readonly string[]): string[] {
  const { fields: f } = map
  const rules: (Rule | undefined)[] = [
    f.number,
    f.title,
    f.summary,
    f.type,
    f.priority,
    f.sensitivity,
    ...Object.values(f.incident ?? {}),
    ...Object.values(f.place ?? {}),
    ...(f.aliases ?? []).map((a) => a.text),
    ...(f.offences ?? []),
    ...(f.parties ?? []).flatMap((p) => Object.values(p)),
    f.investigator?.name,
  ]
  const named = new Set(map.key === 'content' ? [] : 'column' in map.key ? [map.key.column] : map.key.columns)
  for (const rule of rules) {
    if (typeof rule === 'string') named.add(rule)
    else if (rule) {
      for (const c of [rule.column ?? []].flat()) named.add(c)
      for (const [, c] of (rule.text ?? '').matchAll(/\{([^}]+)\}/g)) if (c) named.add(c)
    }
  }
  return [...named].filter((c) => !columns.includes(c))
}

export function understand(map: ImportMap, cells: Cells): Understood | NotTaken {
  const doubts: Doubt[] = []
  let absence: string | null = null
  const read = (
    rule: Rule | undefined,
    field: string,
    kind: Kind = 'text',
  ): { text: string; time?: string | null } | null => {
    if (rule === undefined) return null
    const spec: RuleObject = typeof rule === 'string' ? { column: rule } : rule
    const written = writtenOf(spec, cells)
    const stands = spec.absent?.[written]
    if (stands) absence = field.startsWith('incident') ? stands : absence
    if (written === '' || stands) {
      if (spec.required) throw new Unreadable({ code: 'exchange.field-empty', values: { field } })
      return null
    }
    const result = valueOf(spec, written, kind, map)
    if (typeof result === 'object') return result
    if (result === 'reject' || spec.required)
      throw new Unreadable({
        code: `exchange.not-understood-${kind === 'at' ? 'date' : kind}`,
        values: { field, written: written.slice(0, 80) },
      })
    doubts.push({
      field,
      written: written.slice(0, 300),
      why: `exchange.not-understood-${kind === 'at' ? 'date' : kind}`,
    })
    return null
  }
  try {
    const fields = fieldsOf(map, read)
    return {
      number: read(map.fields.number, 'number')?.text ?? null,
      case: withAbsence(fields, absence),
      doubts,
    }
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal
    throw error
  }
}

type Read = (
  rule: Rule | undefined,
  field: string,
  kind?: Kind,
) => { text: string; time?: string | null } | null

function fieldsOf({ fields: f }: ImportMap, read: Read): Record<string, unknown> {
  const at = read(f.incident?.at, 'incident', 'at')
  const incident = f.incident && {
    on: at?.text ?? read(f.incident.on, 'incident', 'date')?.text ?? null,
    time: at ? (at.time ?? null) : (read(f.incident.time, 'incident.time', 'time')?.text ?? null),
    until: read(f.incident.until, 'incident.until', 'date')?.text ?? null,
  }
  const p = f.place
  const place = p && {
    district: read(p.district, 'place.district')?.text ?? null,
    settlement: read(p.settlement, 'place.settlement')?.text ?? null,
    highway: read(p.highway, 'place.highway')?.text ?? null,
    text: read(p.text, 'place.text')?.text ?? null,
    mile: read(p.mile, 'place.mile', 'decimal')?.text ?? null,
    latitude: read(p.latitude, 'place.latitude', 'decimal')?.text ?? null,
    longitude: read(p.longitude, 'place.longitude', 'decimal')?.text ?? null,
  }
  const priority = read(f.priority, 'priority', 'integer')?.text
  return {
    title: read(f.title, 'title')?.text,
    summary: read(f.summary, 'summary')?.text ?? null,
    type: read(f.type, 'type')?.text,
    ...(priority ? { priority: Number(priority) } : {}),
    ...(read(f.sensitivity, 'sensitivity') ? { sensitivity: read(f.sensitivity, 'sensitivity')?.text } : {}),
    ...(incident ? { incident } : {}),
    ...(place && Object.values(place).some((v) => v !== null) ? { place } : {}),
    aliases: (f.aliases ?? []).flatMap((a) => {
      const text = read(a.text, `alias ${a.kind}`)?.text
      return text ? [{ kind: a.kind, text }] : []
    }),
    offences: [
      ...new Set(
        (f.offences ?? []).flatMap((o) => {
          const code = read(o, 'offence')?.text
          return code ? [code] : []
        }),
      ),
    ].map((code) => ({ code })),
    parties: (f.parties ?? []).flatMap((party, i) => partyOf(party, `party ${i + 1}`, read)),
    ...(f.investigator
      ? { investigator: { name: read(f.investigator.name, 'investigator')?.text ?? null } }
      : {}),
  }
}

function partyOf(
  party: NonNullable<ImportMap['fields']['parties']>[number],
  at: string,
  read: Read,
): Record<string, unknown>[] {
  const role = read(party.role, `${at}.role`)?.text
  const age = read(party.age, `${at}.age`, 'integer')?.text
  const known = {
    name: read(party.name, `${at}.name`)?.text,
    sex: read(party.sex, `${at}.sex`)?.text,
    born: read(party.born, `${at}.born`, 'date')?.text,
    age: age === undefined ? undefined : Number(age),
    address: read(party.address, `${at}.address`)?.text,
    phone: read(party.phone, `${at}.phone`)?.text,
    document: read(party.document, `${at}.document`)?.text,
  }
  const said = Object.fromEntries(Object.entries(known).filter(([, v]) => v !== undefined))
  return role && Object.keys(said).length > 0 ? [{ role, ...said }] : []
}

/** A time that is known not to be known is told as such, not left out. */
function withAbsence(fields: Record<string, unknown>, absence: string | null): Record<string, unknown> {
  const incident = fields.incident as { on: string | null } | undefined
  return incident && incident.on === null && absence
    ? { ...fields, incident: { ...incident, absent: absence } }
    : fields
}

function writtenOf(spec: RuleObject, cells: Cells): string {
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

function valueOf(
  spec: RuleObject,
  written: string,
  kind: Kind,
  map: ImportMap,
): { text: string; time?: string | null } | 'absent' | 'reject' {
  let text = written
  if (spec.pattern !== undefined) {
    const found = new RegExp(spec.pattern, 'u').exec(text.slice(0, 2_000))
    if (!found) return 'absent'
    text = (found[1] ?? found[0]).trim()
  }
  if (spec.codes !== undefined) {
    const code = spec.codes[text] ?? spec.otherwise ?? 'reject'
    if (code === 'absent' || code === 'reject') return code
    text = code
  }
  if (kind === 'date' || kind === 'at') {
    const date = readDate(text, spec.dates ?? map.file.dates, spec.pivot)
    return date ? { text: date.on, time: date.time } : 'absent'
  }
  if (kind === 'time')
    return /^([01]?\d|2[0-3]):[0-5]\d/.test(text)
      ? { text: text.slice(0, 5).padStart(5, '0').replace(/:$/, '') }
      : 'absent'
  if (kind === 'integer') return /^\d{1,9}$/.test(text) ? { text } : 'absent'
  if (kind === 'decimal' || spec.decimal) return decimalOf(text, map.file.decimal)
  return { text }
}

/** Group marks go, the decimal mark becomes a point; kept as decimal text, never as a float. */
function decimalOf(written: string, mark: '.' | ','): { text: string } | 'absent' {
  const plain = mark === ',' ? written.replace(/[.\s]/g, '').replace(',', '.') : written.replace(/[,\s]/g, '')
  if (!/^[+-]?\d{1,30}(\.\d{1,20})?$/.test(plain)) return 'absent'
  const text = exact(plain.replace(/^\+/, '')).toFixed()
  return DecimalText.safeParse(text).success ? { text } : 'absent'
}
