/** Which tables are covered, and their rows as the texts that were hashed (platform/covered.ts). */
import type pg from 'pg'

interface Column {
  name: string
  type: string
}
export interface CoveredTable {
  name: string
  columns: Column[]
  json: Set<string>
}

/** Each column as the text that was hashed; see platform/covered.ts. */
function textSql({ name, type }: Column): string {
  const column = `t."${name}"`
  if (type === 'timestamp with time zone')
    return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  if (type === 'bytea') return `encode(${column}, 'hex')`
  if (type.endsWith('[]')) return `to_jsonb(${column})::text`
  return `${column}::text`
}
export function selectAsText(table: CoveredTable): string {
  return `select ${table.columns.map((c) => `${textSql(c)} as "${c.name}"`).join(', ')} from ${table.name} t`
}

/** The ledger's own tables are checked by walking them. */
export const coveredTablesSql = `
    select n.nspname || '.' || c.relname as name, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attname) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and obj_description(c.oid) like 'covered%' and n.nspname <> 'ledger' group by 1 order by 1`
interface Described {
  readonly name: string
  readonly columns: Column[]
}
export const tableOf = (t: Described): CoveredTable => ({
  ...t,
  json: new Set(t.columns.filter((c) => c.type === 'jsonb' || c.type.endsWith('[]')).map((c) => c.name)),
})
export const coveredTables = async (client: pg.ClientBase): Promise<CoveredTable[]> =>
  (await client.query<Described>(coveredTablesSql)).rows.map(tableOf)
