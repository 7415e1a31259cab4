/** Reads one row by the map: what was understood, what was not and why, or why the row cannot be taken; pure. */
import { Coded, type Doubt, type ImportMap, type Rule, type RuleObject } from './contract.ts'
import { type Cells, type Kind, type Value, valueOf, writtenOf } from './rules/cells.ts'

export interface Understood {
  readonly number: string | null
  readonly case: Record<string, unknown>
  /** Of a map of the kind `deaths`. */
  readonly death: Record<string, unknown> | null
  /** Codes for statistics; null where the map or the row has none. */
  readonly coded: Coded | null
  readonly doubts: Doubt[]
}
/** Why a row is not taken: a text key with its values. */
export interface NotTaken {
  readonly code: string
  readonly values: { readonly [name: string]: string }
}

class Unreadable extends Error {
  readonly refusal: NotTaken
  constructor(refusal: NotTaken) {
    super(refusal.code)
    this.refusal = refusal
  }
}

type Absence = 'unknown' | 'not-applicable' | 'not-yet-determined'
/** The value of a field; null where the cell is empty, stands for an absence, or cannot be understood. */
type Read = (rule: Rule | undefined, field: string, kind?: Kind) => Value | null

export function understand(map: ImportMap, cells: Cells): Understood | NotTaken {
  const doubts: Doubt[] = []
  const absences = new Map<string, Absence>()
  const read: Read = (rule, field, kind = 'text') => {
    if (rule === undefined) return null
    const spec: RuleObject = typeof rule === 'string' ? { column: rule } : rule
    const written = writtenOf(spec, cells)
    const stands = spec.absent && Object.hasOwn(spec.absent, written) ? spec.absent[written] : undefined
    if (stands) absences.set(field, stands)
    if (written === '' || stands) {
      if (spec.required) throw new Unreadable({ code: 'exchange.field-empty', values: { field } })
      return null
    }
    const result = valueOf(spec, written, kind, map)
    const doubt = (why: string): number => doubts.push({ field, written: written.slice(0, 300), why })
    if (typeof result === 'object') {
      if (result.partly) doubt('exchange.partly-understood')
      const most = kind === 'text' ? mostOf(field) : Infinity
      if (result.text.length <= most) return result
      doubt('exchange.cut-short')
      return {
        text: `${result.text
          .slice(0, most - 1)
          .toWellFormed()
          .trimEnd()}…`,
      }
    }
    if (result === 'reject' || spec.required)
      throw new Unreadable({
        code: `exchange.not-understood-${kind}`,
        values: { field, written: written.slice(0, 80) },
      })
    doubt(`exchange.not-understood-${kind}`)
    return null
  }
  try {
    const number = read(map.fields.number, 'number')?.text ?? null
    const said = fieldsOf(map, read, absences)
    // A row of which nothing is known but its number is a case all the same.
    if (said.title === undefined && number !== null && map.fields.title !== undefined) {
      doubts.push({ field: 'title', written: '', why: 'exchange.title-from-number' })
      said.title = number
    }
    return { number, case: said, death: deathOf(map, read), coded: codedOf(map, read), doubts }
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal
    throw error
  }
}

/** As long as the field may be (cases/contract.ts); what is longer is cut, and stands whole in the row as it was written. */
const mostOf = (field: string): number => (field === 'summary' ? 20_000 : field.endsWith('.phone') ? 40 : 300)

function fieldsOf(
  { fields: f }: ImportMap,
  read: Read,
  absences: ReadonlyMap<string, Absence>,
): Record<string, unknown> {
  const text = (rule: Rule | undefined, field: string, kind: Kind = 'text'): string | null =>
    read(rule, field, kind)?.text ?? null
  const p = f.place
  const place = p && {
    district: text(p.district, 'place.district'),
    settlement: text(p.settlement, 'place.settlement'),
    highway: text(p.highway, 'place.highway'),
    text: text(p.text, 'place.text'),
    mile: text(p.mile, 'place.mile', 'decimal'),
    latitude: text(p.latitude, 'place.latitude', 'decimal'),
    longitude: text(p.longitude, 'place.longitude', 'decimal'),
  }
  const title = text(f.title, 'title')
  const type = text(f.type, 'type')
  const priority = text(f.priority, 'priority', 'integer')
  const sensitivity = text(f.sensitivity, 'sensitivity')
  return {
    ...(title === null ? {} : { title }),
    summary: text(f.summary, 'summary'),
    ...(type === null ? {} : { type }),
    ...(priority ? { priority: Number(priority) } : {}),
    ...(sensitivity ? { sensitivity } : {}),
    ...(f.incident ? { incident: incidentOf(f.incident, read, absences) } : {}),
    ...(place && Object.values(place).some((v) => v !== null) ? { place } : {}),
    aliases: (f.aliases ?? []).flatMap((a) => {
      const number = text(a.text, `alias ${a.kind}`)
      return number ? [{ kind: a.kind, text: number }] : []
    }),
    offences: [...new Set((f.offences ?? []).flatMap((o) => text(o, 'offence') ?? []))].map((code) => ({
      code,
    })),
    parties: (f.parties ?? []).flatMap((party, i) => partyOf(party, `party ${i + 1}`, text)),
    ...(f.investigator ? { investigator: { name: text(f.investigator.name, 'investigator') } } : {}),
  }
}

function deathOf({ fields: { death: f } }: ImportMap, read: Read): Record<string, unknown> | null {
  if (!f) return null
  const text = (rule: Rule | undefined, field: string): string | null =>
    read(rule, `death.${field}`)?.text ?? null
  return {
    number: text(f.number, 'number'),
    sex: text(f.sex, 'sex'),
    age: text(f.age, 'age'),
    setting: text(f.setting, 'setting'),
    district: text(f.district, 'district'),
    place: text(f.place, 'place'),
    diedOn: read(f.diedOn, 'death.diedOn', 'date')?.day?.on ?? null,
    manner: text(f.manner, 'manner'),
    how: text(f.how, 'how'),
    other: text(f.other, 'other'),
    causes: f.causes.flatMap((rule, i) => text(rule, `cause ${i + 1}`) ?? []),
  }
}

function codedOf({ fields: { coded: f } }: ImportMap, read: Read): Coded | null {
  if (!f) return null
  const { drugs, ...once } = f
  const said: Record<string, unknown> = {}
  for (const [key, rule] of Object.entries(once)) {
    const code = read(rule, `coded.${key}`)?.text
    if (code) said[key] = code
  }
  const found = [...new Set(drugs.flatMap((rule, i) => read(rule, `coded.drug ${i + 1}`)?.text ?? []))]
  if (found.length > 0) said.drugs = found
  return Object.keys(said).length > 0 ? (Coded.safeParse(said).data ?? null) : null
}

/** A time that is known not to be known is told as such, not left out. */
function incidentOf(
  rules: NonNullable<ImportMap['fields']['incident']>,
  read: Read,
  absences: ReadonlyMap<string, Absence>,
): Record<string, unknown> {
  const day = (read(rules.at, 'incident', 'date') ?? read(rules.on, 'incident', 'date'))?.day
  const on = day?.on ?? null
  const absent = on === null ? (absences.get('incident') ?? (day ? 'unknown' : undefined)) : undefined
  return {
    on,
    time: read(rules.time, 'incident.time', 'time')?.text ?? day?.time ?? null,
    until: (read(rules.until, 'incident.until', 'date')?.text || day?.until) ?? null,
    ...(absent ? { absent } : {}),
  }
}

function partyOf(
  party: NonNullable<ImportMap['fields']['parties']>[number],
  at: string,
  text: (rule: Rule | undefined, field: string, kind?: Kind) => string | null,
): Record<string, unknown>[] {
  const role = text(party.role, `${at}.role`)
  const age = text(party.age, `${at}.age`, 'age')
  const known = {
    name: text(party.name, `${at}.name`),
    sex: text(party.sex, `${at}.sex`),
    born: text(party.born, `${at}.born`, 'date') || null,
    age: age === null ? null : Number(age),
    address: text(party.address, `${at}.address`),
    phone: text(party.phone, `${at}.phone`),
    document: text(party.document, `${at}.document`),
  }
  const said = Object.fromEntries(Object.entries(known).filter(([, v]) => v !== null))
  return role && Object.keys(said).length > 0 ? [{ role, ...said }] : []
}
