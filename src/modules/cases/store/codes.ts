/** Codes of the laboratory's lists that a case file uses: checked before they are kept, named before they are shown. */
import type { Json } from '#kernel/canonical.ts'
import { codeOf, nextNumber } from '#modules/catalogue/public.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import type { OpenCase, PartyInput } from '../contract.ts'

/** List and code. */
export type Wanted = readonly [list: string, code: string | null | undefined]

/** The newest names of these codes, in one statement; those that do not hold today are marked. */
async function newestOf(cx: Cx, wanted: readonly Wanted[]): Promise<(NamedCode & { holds: boolean })[]> {
  const pairs = [
    ...new Map(
      wanted.flatMap(([list, code]) => (code ? [[`${list} ${code}`, { list, code }] as const] : [])),
    ).values(),
  ]
  if (pairs.length === 0) return []
  return cx.tx.many<NamedCode & { holds: boolean }>(sql`
    select c.list, c.code, c.en, c.es, c.data, (c.valid_from is null or c.valid_from <= ${cx.now.slice(0, 10)}::date) and (c.valid_until is null or c.valid_until >= ${cx.now.slice(0, 10)}::date) as holds
      from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as w(list text, code text)
      join lateral (select * from catalogue.public_code p where p.list = w.list and p.code = w.code) c on true`)
}
interface NamedCode {
  list: string
  code: string
  en: string
  es: string
  data: Json
}

/** What the lists say beside the names: the ICCS class of each offence, the district in which each settlement lies. */
export interface Checked {
  readonly iccs: ReadonlyMap<string, string | null>
  readonly districts: ReadonlyMap<string, string>
  /** Kinds of case for customers outside the police, which are numbered by themselves. */
  readonly outside: ReadonlySet<string>
}

/** Which of these codes may be used today, and what the lists say of them. */
export async function checkMany(
  cx: Cx,
  wanted: readonly Wanted[],
): Promise<Checked & { known: ReadonlySet<string> }> {
  const rows = (await newestOf(cx, wanted)).filter((r) => r.holds)
  return { known: new Set(rows.map((r) => `${r.list} ${r.code}`)), ...saidOf(rows) }
}

/** Refuses `catalogue.no-such-code`, naming list and code. */
export async function checkCodes(cx: Cx, wanted: readonly Wanted[]): Promise<Checked> {
  const rows: Pick<NamedCode, 'list' | 'code' | 'data'>[] = (await newestOf(cx, wanted)).filter(
    (r) => r.holds,
  )
  const known = new Set(rows.map((r) => `${r.list} ${r.code}`))
  for (const [list, code] of wanted) {
    // The door knows of versions that hold today though a newer one has not begun; else it refuses in its own words.
    if (code && !known.has(`${list} ${code}`)) rows.push(await codeOf(cx, list, code))
  }
  return saidOf(rows)
}

function saidOf(rows: readonly Pick<NamedCode, 'list' | 'code' | 'data'>[]): Checked {
  const of = (list: string, key: string): [string, string | null][] =>
    rows.filter((r) => r.list === list).map((r) => [r.code, textIn(r.data, key)])
  return {
    iccs: new Map(of('offence', 'iccs')),
    districts: new Map(
      of('settlement', 'district').flatMap(([code, district]) =>
        district ? [[code, district] as const] : [],
      ),
    ),
    outside: new Set(rows.filter((r) => r.list === 'case-type' && saysOutside(r.data)).map((r) => r.code)),
  }
}
const saysOutside = (data: unknown): boolean => (data as { outside?: unknown } | null)?.outside === true

function textIn(data: unknown, key: string): string | null {
  const value = typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[key] : undefined
  return typeof value === 'string' ? value : null
}

export function wantedOf(
  input: Pick<OpenCase, 'type' | 'aliases' | 'parties' | 'offences' | 'place'>,
): Wanted[] {
  return [
    ['case-type', input.type],
    ...(input.aliases ?? []).map((a): Wanted => ['number-kind', a.kind]),
    ...(input.parties ?? []).flatMap(wantedOfParty),
    ...(input.offences ?? []).map((o): Wanted => ['offence', o.code]),
    ...wantedOfPlace(input.place),
  ]
}
export const wantedOfParty = (p: Partial<Pick<PartyInput, 'role' | 'sex'>>): Wanted[] => [
  ['party-role', p.role],
  ['sex', p.sex],
]
export const wantedOfPlace = (place: OpenCase['place']): Wanted[] => [
  ['district', place?.district],
  ['settlement', place?.settlement],
  ['highway', place?.highway],
]

/** Names in the language of the request (the browser's choice may differ from the account's); a code that the lists never had is named by itself. */
export async function namesOf(
  cx: Cx,
  wanted: readonly Wanted[],
): Promise<(list: string, code: string) => string> {
  const names = new Map(
    (await newestOf(cx, wanted)).map((r) => [
      `${r.list} ${r.code}`,
      cx.say('cases.language') === 'es' ? r.es : r.en,
    ]),
  )
  return (list, code) => names.get(`${list} ${code}`) ?? code
}

export const nextCaseNumber = (cx: Cx): Promise<string> => nextNumber(cx, 'case')
