/** Holds the rows of the modules against what the entries say: covered rows, derived rows, personal values. */
import type pg from 'pg'
import { type Json, canonical } from '#kernel/canonical.ts'
import { digestOf } from '#platform/covered.ts'
import type { Module } from '#platform/cx.ts'
import { coveredTables, selectAsText } from './covered-tables.ts'
import { type Found, batches } from './findings.ts'
import { commitmentOf } from './vault.ts'
import type { Walked } from './walk-tree.ts'

export async function walkCovered(
  client: pg.PoolClient,
  digests: Walked['digests'],
  found: Found,
): Promise<number> {
  const destroyed = new Set(
    (
      await client.query<{ key: string }>(`select table_name || '/' || row_id as key from ledger.destroyed`)
    ).rows.map((r) => r.key),
  )
  let count = 0
  for (const table of await coveredTables(client)) {
    for await (const rows of batches<Record<string, string | null>>(client, selectAsText(table))) {
      for (const row of rows) {
        count += 1
        const key = `${table.name}/${row.id}`
        const expected = digests.get(key)
        digests.delete(key)
        for (const column of table.json)
          if (row[column] != null) row[column] = canonical(JSON.parse(row[column]) as Json)
        if (!expected)
          found({
            kind: 'row-extra',
            table: table.name,
            row: String(row.id),
            detail: 'no entry speaks of this row',
          })
        else if (digestOf(row) !== expected.digest)
          found({
            kind: 'row-changed',
            table: table.name,
            row: String(row.id),
            entry: expected.entry,
            subject: expected.subject,
            detail: 'the row is not the one that was recorded',
          })
      }
    }
  }
  for (const [key, { entry, subject }] of digests) {
    if (destroyed.has(key)) continue
    const [table, row] = key.split('/') as [string, string]
    found({ kind: 'row-missing', table, row, entry, subject, detail: 'the row that was recorded is gone' })
  }
  return count
}

export async function compareDerived(
  client: pg.PoolClient,
  modules: readonly Module[],
  found: Found,
): Promise<void> {
  for (const module of modules) {
    for (const [table, query] of Object.entries(module.derived ?? {})) {
      const { rows } = await client.query<{ side: string; row: string }>(`
        with stands as (select to_jsonb(t)::text as row from (select * from ${table}) t), ought as (select to_jsonb(t)::text as row from (${query}) t)
        (select 'stands' as side, row from (select row from stands except all select row from ought) a limit 50)
        union all (select 'ought' as side, row from (select row from ought except all select row from stands) b limit 50)`)
      for (const { side, row } of rows)
        found({
          kind: side === 'stands' ? 'derived-differs' : 'derived-missing',
          table,
          row: idOf(row),
          detail:
            side === 'stands'
              ? `stands but does not follow from what was recorded: ${row.slice(0, 300)}`
              : `follows from what was recorded but does not stand: ${row.slice(0, 300)}`,
        })
    }
  }
}
function idOf(row: string): string {
  const values = JSON.parse(row) as Record<string, unknown>
  return String(values.id ?? values.thing ?? values.item ?? Object.values(values)[0])
}

/** Every covered row with `vault` and `commitment` holds what the vault says, unless it was destroyed by order. */
export async function compareVault(client: pg.PoolClient, found: Found): Promise<void> {
  const { rows: tables } = await client.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'vault') and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'commitment')`)
  for (const { name } of tables) {
    for await (const rows of batches<{
      id: string
      commitment: Buffer | string
      salt: Buffer | null
      value: Json
    }>(
      client,
      `select t.id, t.commitment, v.salt, v.value from ${name} t left join ledger.vault v on v.id = t.vault where t.vault is not null`,
    )) {
      for (const row of rows) {
        const commitment = Buffer.isBuffer(row.commitment) ? row.commitment.toString('hex') : row.commitment
        if (row.salt === null)
          found({
            kind: 'vault-missing',
            table: name,
            row: row.id,
            detail: 'the personal value is gone and no lawful destruction is recorded',
          })
        else if (commitmentOf(row.salt, row.value) !== commitment)
          found({
            kind: 'vault-changed',
            table: name,
            row: row.id,
            detail: 'the personal value is not the one that was recorded',
          })
      }
    }
  }
}
