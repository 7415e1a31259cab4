/** The SQL of code lists: on a day, the newest version of a code that had begun by then holds, unless it had ended. */
import type { Json } from '#kernel/canonical.ts'
import type { Language } from '#kernel/say.ts'
import type { Tx } from '#platform/db.ts'
import { type Sql, noSql, sql, anywhere, literal } from '#platform/sql.ts'

export interface CodeRow {
  readonly id: string
  readonly list: string
  readonly code: string
  readonly en: string
  readonly es: string
  readonly data: Json
  readonly unverified: boolean
  readonly source: string | null
}
export interface CodeVersion extends CodeRow {
  readonly seq: number
  readonly place: number
  readonly valid_from: string | null
  readonly valid_until: string | null
  readonly confirmed_name: string | null
  readonly confirmed_at: string | null
  readonly gazette: string | null
}

const columns = sql`c.id, c.list, c.code, c.seq, c.en, c.es, c.data, c.place, c.valid_from, c.valid_until, c.unverified, c.source,
  coalesce(p.name, case when k.id is not null then '' end) as confirmed_name, k.recorded_at as confirmed_at, k.gazette`
const joined = sql`left join catalogue.confirmation k on k.value_id = c.id left join identity.person p on p.id = k.recorded_by`
const holds = (on: string): Sql => sql`(c.valid_until is null or c.valid_until >= ${on}::date)`

export function findCodeRow(tx: Tx, list: string, code: string, on: string): Promise<CodeRow | undefined> {
  return tx.maybe<CodeRow>(sql`
    select c.id, c.list, c.code, c.en, c.es, c.data, c.unverified, c.source
      from (select * from catalogue.code where list = ${list} and code = ${code} and (valid_from is null or valid_from <= ${on}::date) order by seq desc limit 1) c
     where ${holds(on)}`)
}

const newest = (list: string, on: string): Sql => sql`
  (select distinct on (code) * from catalogue.code where list = ${list} and (valid_from is null or valid_from <= ${on}::date) order by code, seq desc) c`

export function listCodes(
  tx: Tx,
  list: string,
  on: string,
  options: { retired?: boolean } = {},
): Promise<CodeVersion[]> {
  return tx.many<CodeVersion>(
    sql`select ${columns} from ${newest(list, on)} ${joined} where ${options.retired ? sql`true` : holds(on)} order by c.place, c.code`,
  )
}

/** Type-ahead: what begins with the words comes before what holds them somewhere; accents and case do not matter. */
export function searchCodes(
  tx: Tx,
  list: string,
  q: string,
  on: string,
  limit: number,
): Promise<CodeVersion[]> {
  const text = sql`unaccent(lower(c.en || ' ' || c.es || ' ' || c.code || ' ' || coalesce(c.data->>'also', '')))`
  const find = q === '' ? noSql : sql`and ${text} like unaccent(lower(${anywhere(q)}))`
  return tx.many<CodeVersion>(sql`
    select ${columns} from ${newest(list, on)} ${joined} where ${holds(on)} ${find}
     order by (unaccent(lower(c.en)) like unaccent(lower(${`${literal(q)}%`})) or unaccent(lower(c.es)) like unaccent(lower(${`${literal(q)}%`}))) desc, c.place, c.code limit ${limit}`)
}

/** Which of these codes the lists do not have on a day, in one question. */
export async function codesHeld<T extends { list: string; code: string }>(
  tx: Tx,
  wanted: readonly T[],
  on: string,
): Promise<{ missing: T[] }> {
  if (wanted.length === 0) return { missing: [] }
  const found = await tx.many<{ list: string; code: string }>(sql`
    select c.list, c.code from (
      select distinct on (list, code) * from catalogue.code
       where (list, code) in (select * from unnest(${wanted.map((w) => w.list)}::text[], ${wanted.map((w) => w.code)}::text[]))
         and (valid_from is null or valid_from <= ${on}::date) order by list, code, seq desc) c
     where ${holds(on)}`)
  const held = new Set(found.map((f) => `${f.list} ${f.code}`))
  return { missing: wanted.filter((w) => !held.has(`${w.list} ${w.code}`)) }
}

/** The newest version whatever its days. */
export function newestCode(tx: Tx, list: string, code: string): Promise<CodeVersion | undefined> {
  return tx.maybe<CodeVersion>(
    sql`select ${columns} from catalogue.code c ${joined} where c.list = ${list} and c.code = ${code} order by c.seq desc limit 1`,
  )
}

/** Every version of one code, the newest first. */
export function versionsOfCode(tx: Tx, list: string, code: string): Promise<CodeVersion[]> {
  return tx.many<CodeVersion>(
    sql`select ${columns} from catalogue.code c ${joined} where c.list = ${list} and c.code = ${code} order by c.seq desc`,
  )
}

/** The newest version of every code, for comparing and writing out. */
export function newestCodes(tx: Tx): Promise<CodeVersion[]> {
  return tx.many<CodeVersion>(
    sql`select distinct on (c.list, c.code) ${columns} from catalogue.code c ${joined} order by c.list, c.code, c.seq desc`,
  )
}

export interface ListRow {
  readonly list: string
  readonly seq: number
  readonly en: string
  readonly es: string
  readonly note: string | null
}
export function newestLists(tx: Tx): Promise<ListRow[]> {
  return tx.many<ListRow>(
    sql`select distinct on (list) list, seq, en, es, note from catalogue.code_list order by list, seq desc`,
  )
}
export function findList(tx: Tx, list: string): Promise<ListRow | undefined> {
  return tx.maybe<ListRow>(
    sql`select list, seq, en, es, note from catalogue.code_list where list = ${list} order by seq desc limit 1`,
  )
}

export function countCodes(
  tx: Tx,
  on: string,
): Promise<{ list: string; codes: number; unconfirmed: number }[]> {
  return tx.many(sql`
    select c.list, count(*)::int as codes, (count(*) filter (where c.unverified and k.id is null))::int as unconfirmed
      from (select distinct on (list, code) * from catalogue.code where valid_from is null or valid_from <= ${on}::date order by list, code, seq desc) c
      left join catalogue.confirmation k on k.value_id = c.id where ${holds(on)} group by c.list`)
}

/** By `list code`; what no list ever had is not among them. */
export async function listNames(
  tx: Tx,
  asked: readonly (readonly [list: string, code: string])[],
  language: Language,
): Promise<Map<string, string>> {
  const rows = await tx.many<{ list: string; code: string; name: string }>(sql`
    select r.list, r.code, case when ${language} = 'es' then c.es else c.en end as name
      from (select distinct * from unnest(${asked.map((a) => a[0])}::text[], ${asked.map((a) => a[1])}::text[])) r(list, code)
      cross join lateral (select en, es from catalogue.code k where k.list = r.list and k.code = r.code order by k.seq desc limit 1) c`)
  return new Map(rows.map((r) => [`${r.list} ${r.code}`, r.name]))
}
export function newestNames(
  tx: Tx,
  list: string,
  code: string,
): Promise<{ en: string; es: string } | undefined> {
  return tx.maybe(
    sql`select en, es from catalogue.code where list = ${list} and code = ${code} order by seq desc limit 1`,
  )
}
