/** The types of the columns of covered tables, as PostgreSQL names them: asked once by each process, since a covered column keeps its type. */
import type { Tx } from './db.ts'
import { sql } from './sql.ts'

export type ColumnTypes = ReadonlyMap<string, string>
const known = new Map<string, ColumnTypes>()

/** Names that stand in our own source (a table of the caller's, never what a person sent). */
export async function typesOf(tx: Tx, tables: readonly string[]): Promise<ReadonlyMap<string, ColumnTypes>> {
  const unknown = tables.filter((table) => !known.has(table))
  if (unknown.length > 0) {
    const rows = await tx.many<{ table: string; column: string; type: string }>(sql`
      select t.name as "table", a.attname as "column", format_type(a.atttypid, null) as type
        from unnest(${unknown}::text[]) as t(name) join pg_attribute a on a.attrelid = t.name::regclass and a.attnum > 0 and not a.attisdropped`)
    for (const table of unknown)
      known.set(table, new Map(rows.filter((r) => r.table === table).map((r) => [r.column, r.type])))
  }
  return known
}
