/** The SQL of definitions with a body: versions, their publication, and which one is in force on a day. */
import type { Json } from '#kernel/canonical.ts'
import type { Tx } from '#platform/db.ts'
import { type Sql, noSql, sql, anywhere } from '#platform/sql.ts'
import type { DefinitionKind } from '../contract.ts'

export interface DefinitionRow {
  readonly id: string
  readonly kind: DefinitionKind
  readonly key: string
  readonly version: number
  readonly en: string
  readonly es: string
  readonly body: Json
  readonly unverified: boolean
  readonly source: string | null
  readonly recorded_by: string | null
  readonly from_on: string | null
}
export interface Template {
  readonly id: string
  readonly key: string
  readonly version: number
  readonly text: string
  readonly placeholders: readonly string[]
  readonly unverified: boolean
}

const columns = sql`d.id, d.kind, d.key, d.version, d.en, d.es, d.body, d.unverified, d.source, d.recorded_by, p.from_on`
const joined = sql`left join catalogue.publication p on p.definition = d.id`

export function definitionInForce(
  tx: Tx,
  kind: DefinitionKind,
  key: string,
  on: string,
): Promise<DefinitionRow | undefined> {
  return tx.maybe<DefinitionRow>(
    sql`select ${columns} from catalogue.definition d join catalogue.publication p on p.definition = d.id where d.kind = ${kind} and d.key = ${key} and p.from_on <= ${on}::date order by d.version desc limit 1`,
  )
}
/** Of a kind, what is in force on a day, by key. */
export function definitionsInForce(tx: Tx, kind: DefinitionKind, on: string): Promise<DefinitionRow[]> {
  return tx.many<DefinitionRow>(
    sql`select distinct on (d.key) ${columns} from catalogue.definition d join catalogue.publication p on p.definition = d.id where d.kind = ${kind} and p.from_on <= ${on}::date order by d.key, d.version desc`,
  )
}
/** The name of the form by which things of a kind are described on a day, as a column of the caller's own statement; null where there is none. */
export const formNameColumn = (type: Sql, on: string, language: 'en' | 'es'): Sql => sql`
  (select case when ${language} = 'es' then d.es else d.en end
     from (select data, valid_until from catalogue.code where list = 'item-type' and code = ${type} and (valid_from is null or valid_from <= ${on}::date) order by seq desc limit 1) c
     join catalogue.definition d on d.kind = 'form' and d.key = c.data ->> 'form' join catalogue.publication p on p.definition = d.id
    where (c.valid_until is null or c.valid_until >= ${on}::date) and p.from_on <= ${on}::date order by d.version desc limit 1)`
export function definitionVersion(
  tx: Tx,
  kind: DefinitionKind,
  key: string,
  version: number,
): Promise<DefinitionRow | undefined> {
  return tx.maybe<DefinitionRow>(
    sql`select ${columns} from catalogue.definition d ${joined} where d.kind = ${kind} and d.key = ${key} and d.version = ${version}`,
  )
}
export function findDefinition(tx: Tx, id: string): Promise<DefinitionRow | undefined> {
  return tx.maybe<DefinitionRow>(
    sql`select ${columns} from catalogue.definition d ${joined} where d.id = ${id}`,
  )
}
export function findDefinitions(tx: Tx, ids: readonly string[]): Promise<DefinitionRow[]> {
  return tx.many<DefinitionRow>(
    sql`select ${columns} from catalogue.definition d ${joined} where d.id = any(${ids as string[]}::uuid[])`,
  )
}
/** Every version of one definition, the newest first. */
export function versionsOf(tx: Tx, kind: DefinitionKind, key: string): Promise<DefinitionRow[]> {
  return tx.many<DefinitionRow>(
    sql`select ${columns} from catalogue.definition d ${joined} where d.kind = ${kind} and d.key = ${key} order by d.version desc`,
  )
}
/** The newest version of each definition, published or not. */
export function newestDefinitions(tx: Tx): Promise<DefinitionRow[]> {
  return tx.many<DefinitionRow>(
    sql`select distinct on (d.kind, d.key) ${columns} from catalogue.definition d ${joined} order by d.kind, d.key, d.version desc`,
  )
}
/** The newest published version of each: what a laboratory says of itself; its drafts stay at home. */
export function newestPublished(tx: Tx): Promise<DefinitionRow[]> {
  return tx.many<DefinitionRow>(
    sql`select distinct on (d.kind, d.key) ${columns} from catalogue.definition d join catalogue.publication p on p.definition = d.id order by d.kind, d.key, d.version desc`,
  )
}
export async function newestVersion(tx: Tx, kind: DefinitionKind, key: string): Promise<number> {
  return (
    await tx.one<{ version: number }>(
      sql`select coalesce(max(version), 0)::int as version from catalogue.definition where kind = ${kind} and key = ${key}`,
    )
  ).version
}
/** By kind and key; the cursor is `kind|key` of the last row. */
export function pageOfDefinitions(
  tx: Tx,
  filter: { kind?: DefinitionKind | undefined; q?: string | undefined },
  page: { limit: number; cursor?: string | undefined },
): Promise<DefinitionRow[]> {
  const [kind, key] = (page.cursor ?? '').split('|')
  return tx.many<DefinitionRow>(sql`
    select * from (select distinct on (d.kind, d.key) ${columns} from catalogue.definition d ${joined} order by d.kind, d.key, d.version desc) x
     where true ${filter.kind ? sql`and x.kind = ${filter.kind}` : noSql} ${filter.q ? sql`and (x.key || ' ' || x.en || ' ' || x.es) ilike ${anywhere(filter.q)}` : noSql}
       ${page.cursor ? sql`and (x.kind, x.key) > (${kind ?? ''}, ${key ?? ''})` : noSql}
     order by x.kind, x.key limit ${page.limit}`)
}
