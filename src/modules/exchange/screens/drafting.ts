/** A map made column by column: what each column of a file becomes, guessed from its name and its words; pure, so that it is tested without a browser. */
import type { ImportMap, RuleObject } from '../contract.ts'

export const becomings = [
  'nothing',
  'number',
  'alias',
  'title',
  'summary',
  'type',
  'offence',
  'on',
  'until',
  'time',
  'settlement',
  'district',
  'highway',
  'mile',
  'place',
  'latitude',
  'longitude',
  'name',
  'age',
  'born',
  'sex',
  'address',
  'investigator',
] as const
export type Becoming = (typeof becomings)[number]

/** The list whose codes a column’s words stand for. */
export const listOf: Partial<Readonly<Record<Becoming, string>>> = {
  type: 'case-type',
  offence: 'offence',
  settlement: 'settlement',
  district: 'district',
  highway: 'highway',
  sex: 'sex',
}
/** About a person: said of somebody in a part. */
export const ofPerson: ReadonlySet<Becoming> = new Set(['name', 'age', 'born', 'sex', 'address'])

export interface ColumnSeen {
  readonly name: string
  readonly filled: number
  readonly examples: readonly string[]
  readonly words: readonly { readonly word: string; readonly rows: number }[] | null
  readonly looks: 'date' | 'number' | 'text' | 'empty'
  readonly order: 'dmy' | 'mdy' | 'ymd' | null
}
export interface ColumnDraft {
  readonly becomes: Becoming
  /** Whose number, or in which part the person is. */
  readonly of: string
  /** Words of the column and the codes they stand for; a word without one is left out. */
  readonly codes: Readonly<Record<string, string>>
}
export interface Draft {
  readonly source: string
  /** The column that names a row, or the row itself. */
  readonly key: string | null
  /** The type of cases whose row says none. */
  readonly type: string
  readonly order: 'dmy' | 'mdy' | 'ymd'
  readonly decimal: '.' | ','
  readonly columns: Readonly<Record<string, ColumnDraft>>
}
interface CodeName {
  readonly code: string
  readonly en: string
  readonly es: string
}
export type Codes = Readonly<Record<string, readonly CodeName[]>>

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** In this order: the first that fits a column’s name. */
const guesses: readonly [RegExp, Becoming, string?][] = [
  [/(police|policia|cims)/, 'alias', 'police'],
  [/(dpp|fiscal)/, 'alias', 'dpp'],
  [/(autops|post mortem|pm no)/, 'alias', 'post-mortem'],
  [/^(no|num|number|numero|case ?no|case ?num|casenum|caso|expediente|id|lab no)( str)?$/, 'number'],
  [/(latit)/, 'latitude'],
  [/(longit)/, 'longitude'],
  [/(birth|born|dob|nacim)/, 'born'],
  [/(^age|edad)/, 'age'],
  [/(^sex|gender|sexo)/, 'sex'],
  [/(victim|deceased|complain|ofendid|fallecid)/, 'name', 'victim'],
  [/(accused|suspect|defend|imputad|acusad)/, 'name', 'accused'],
  [/(^name|nombre)/, 'name', 'victim'],
  [/(officer|investigator|investigador|agente)/, 'investigator'],
  [/(offen[cs]e|crime|charge|delito|modalidad)/, 'offence'],
  [/(until|hasta|date to)/, 'until'],
  [/(time|hora)/, 'time'],
  [/(date|fecha|when|day)/, 'on'],
  [/(district|distrito)/, 'district'],
  [/(village|town|settlement|city|poblacion|municip)/, 'settlement'],
  [/(highway|carretera)/, 'highway'],
  [/(mile|milla)/, 'mile'],
  [/(address|addr|place|lugar|location|direccion)/, 'place'],
  [/(title|titulo)/, 'title'],
  [/(remark|note|summary|observ|resumen|cause|detail)/, 'summary'],
]

export function guessDraft(
  columns: readonly ColumnSeen[],
  codes: Codes,
  how: { fileName: string; separator: string },
): Draft {
  const used = new Set<Becoming>()
  const drafts: Record<string, ColumnDraft> = {}
  for (const column of columns) {
    const [becomes, of] = guessOf(column, used)
    used.add(becomes)
    drafts[column.name] = { becomes, of, codes: codesFor(column, becomes, codes) }
  }
  const order = columns.find((c) => c.order && drafts[c.name]?.becomes === 'on')?.order
  return {
    source:
      plain(how.fileName.replace(/\.[a-z]+$/i, ''))
        .replaceAll(' ', '-')
        .slice(0, 60) || 'file',
    key: columns.find((c) => drafts[c.name]?.becomes === 'number')?.name ?? null,
    type: 'other',
    order: order ?? 'dmy',
    decimal: how.separator === ';' ? ',' : '.',
    columns: drafts,
  }
}

/** What may stand once only in a map is not guessed twice. */
const many: ReadonlySet<Becoming> = new Set(['nothing', 'alias', 'offence', ...ofPerson])
function guessOf(column: ColumnSeen, used: ReadonlySet<Becoming>): [Becoming, string] {
  if (column.looks === 'empty') return ['nothing', '']
  const name = plain(column.name)
  for (const [pattern, becomes, of] of guesses) {
    if (!pattern.test(name) || (used.has(becomes) && !many.has(becomes))) continue
    if (becomes === 'on' && column.looks !== 'date') continue
    // Words too many to choose from cannot stand for codes.
    if (listOf[becomes] && column.words === null) return [becomes === 'settlement' ? 'place' : 'nothing', '']
    return [becomes, of ?? (ofPerson.has(becomes) ? 'victim' : becomes === 'alias' ? 'other' : '')]
  }
  return ['nothing', '']
}

/** What a code goes by: its names, itself, and what stands last in it (SC of BZ-SC). */
const namesOf = (c: CodeName): string[] => [
  plain(c.en),
  plain(c.es),
  plain(c.code),
  /^[A-Z]{2}-[A-Z0-9]+$/.test(c.code) ? plain(c.code.slice(3)) : '',
]

/** A word stands for the code whose name or code it is, or that begins so where only one does. */
export function codesFor(column: ColumnSeen, becomes: Becoming, codes: Codes): Record<string, string> {
  const list = codes[listOf[becomes] ?? ''] ?? []
  const found: Record<string, string> = {}
  for (const { word } of column.words ?? []) {
    const w = plain(word)
    const same = list.find((c) => namesOf(c).includes(w))
    const begin = list.filter((c) =>
      namesOf(c).some((n) => w.length > 0 && n.length > 0 && (n.startsWith(w) || w.startsWith(n))),
    )
    const code = same?.code ?? (begin.length === 1 ? begin[0]?.code : undefined)
    if (code) found[word] = code
  }
  return found
}

/** The map as the server takes it, and as a file for the next time. */
export function mapOfDraft(draft: Draft): ImportMap {
  const of = (becomes: Becoming): string | undefined =>
    Object.entries(draft.columns).find(([, c]) => c.becomes === becomes)?.[0]
  const all = (becomes: Becoming): [string, ColumnDraft][] =>
    Object.entries(draft.columns).filter(([, c]) => c.becomes === becomes)
  const coded = (becomes: Becoming): RuleObject | undefined => {
    const [found] = all(becomes)
    return found && { column: found[0], codes: codesOf(found[1]), otherwise: 'absent' }
  }
  const [type] = all('type')
  const place = {
    settlement: coded('settlement'),
    district: coded('district'),
    highway: coded('highway'),
    mile: of('mile'),
    text: of('place'),
    latitude: of('latitude'),
    longitude: of('longitude'),
  }
  const incident = { on: of('on'), until: of('until'), time: of('time') }
  const map = {
    kind: 'cases',
    source: draft.source,
    file: { decimal: draft.decimal, dates: [`words:${draft.order}`] },
    key: draft.key === null ? 'content' : { column: draft.key },
    fields: {
      number: of('number'),
      title: of('title'),
      summary: of('summary'),
      type: type
        ? { column: type[0], codes: codesOf(type[1]), otherwise: draft.type }
        : { constant: draft.type },
      incident: kept(incident),
      place: kept(place),
      aliases: all('alias').map(([text, c]) => ({ kind: c.of, text })),
      offences: all('offence').map(([column, c]) => ({ column, codes: codesOf(c), otherwise: 'absent' })),
      parties: partiesOf(draft),
      investigator: kept({ name: of('investigator') }),
    },
  }
  return JSON.parse(JSON.stringify(map)) as ImportMap
}

const codesOf = (c: ColumnDraft): Record<string, string> =>
  Object.fromEntries(Object.entries(c.codes).filter(([, code]) => code !== ''))
const kept = <T extends object>(rules: T): T | undefined =>
  Object.values(rules).some((v) => v !== undefined) ? rules : undefined

/** What is said of one part belongs to one person, until something is said of it again. */
function partiesOf(draft: Draft): NonNullable<ImportMap['fields']['parties']> {
  const parties: { role: string; said: Record<string, unknown> }[] = []
  for (const [column, c] of Object.entries(draft.columns)) {
    if (!ofPerson.has(c.becomes)) continue
    const rule = c.becomes === 'sex' ? { column, codes: codesOf(c), otherwise: 'absent' } : column
    const open = parties.find((p) => p.role === c.of && !(c.becomes in p.said))
    if (open) open.said[c.becomes] = rule
    else parties.push({ role: c.of, said: { [c.becomes]: rule } })
  }
  return parties.map(({ role, said }) => ({ role: { constant: role }, ...said }))
}
