/** Holds the rows of the modules against what the entries say: covered rows, derived rows, personal values. */
import type pg from 'pg'
import { type Json, canonical } from '#kernel/canonical.ts'
import { digestOf } from '#platform/covered.ts'
import type { Module } from '#platform/cx.ts'
import { coveredTables, selectAsText } from './covered-tables.ts'
import { type Found, batches } from './findings.ts'
import { commitmentOf } from './vault.ts'
import type { Walked } from './walk-tree.ts'

export async function walkCovered(client: pg.ClientBase, tree: Walked, found: Found): Promise<number> {
  let count = 0
  for (const table of await coveredTables(client)) {
    for await (const rows of batches<Record<string, string | null>>(client, selectAsText(table))) {
      for (const row of rows) {
        count += 1
        const key = `${table.name}/${row.id}`
        const expected = tree.digests.get(key)
        tree.digests.delete(key)
        for (const column of table.json)
          if (row[column] != null) row[column] = canonical(JSON.parse(row[column]) as Json)
        const name = { table: table.name, row: String(row.id) }
        if (!expected) found({ kind: 'row-extra', ...name, detail: 'no entry speaks of this row' })
        else if (digestOf(row) !== expected.digest)
          found({
            kind: 'row-changed',
            ...name,
            entry: expected.entry,
            subject: expected.subject,
            detail: 'the row is not the one that was recorded',
          })
      }
    }
  }
  const destroyed = await compareDestroyed(client, tree, found)
  for (const [key, { entry, subject }] of tree.digests) {
    if (destroyed.has(key)) continue
    const [table, row] = key.split('/') as [string, string]
    found({ kind: 'row-missing', table, row, entry, subject, detail: 'the row that was recorded is gone' })
  }
  return count
}

/** What is left of the recorded rows is not there. A row is destroyed by order only where an entry of the same case, after the one that recorded it, says so (format.md, 2). */
async function compareDestroyed(client: pg.ClientBase, tree: Walked, found: Found): Promise<Set<string>> {
  const { rows } = await client.query<{ table_name: string; row_id: string; entry: string }>(
    'select table_name, row_id, entry from ledger.destroyed',
  )
  const counts = new Map<string, number>()
  for (const { entry } of rows) counts.set(entry, (counts.get(entry) ?? 0) + 1)
  const lawful = new Set<string>()
  for (const { table_name: table, row_id: row, entry } of rows) {
    const key = `${table}/${row}`
    const by = tree.destroyers.get(entry)
    const recorded = tree.digests.get(key)
    const said =
      by && (Array.isArray(by.destroyed) ? by.destroyed.includes(key) : by.destroyed === counts.get(entry))
    if (said && recorded && recorded.root === by.root && recorded.at < by.at) lawful.add(key)
    else
      found({
        kind: 'destroyed-unfounded',
        table: 'ledger.destroyed',
        row,
        entry,
        detail: `${table} ${row} is called destroyed, and no entry says so rightly`,
      })
  }
  return lawful
}

export async function compareDerived(
  client: pg.ClientBase,
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

/** Where a covered row speaks of a personal value: `vault` with `commitment`, or another name with its own (`told`, `told_commitment`). */
interface Spoken {
  readonly name: string
  readonly vault: string
  readonly commitment: string
  readonly root: boolean
}

/** Every row that speaks of a personal value holds what the vault says, and the vault holds nothing else. */
export async function compareVault(client: pg.ClientBase, tree: Walked, found: Found): Promise<void> {
  const { rows: spoken } = await client.query<Spoken>(`
    select n.nspname || '.' || c.relname as name, v.attname as vault, k.attname as commitment,
           exists (select from pg_attribute r where r.attrelid = c.oid and r.attname = 'root' and not r.attisdropped) as root
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute v on v.attrelid = c.oid and not v.attisdropped
        join pg_attribute k on k.attrelid = c.oid and not k.attisdropped and k.attname = case v.attname when 'vault' then 'commitment' else v.attname || '_commitment' end
     where c.relkind = 'r' and obj_description(c.oid) like 'covered%' order by 1, 2`)
  for (const one of spoken) await compareCommitments(client, one, tree, found)
  const kept = spoken.map(({ name, vault }) => `select ${vault} from ${name} where ${vault} is not null`)
  const { rows: stray } = await client.query<{ id: string }>(
    `select id from ledger.vault${kept.length > 0 ? ` where id not in (${kept.join(' union ')})` : ''} order by id limit 100`,
  )
  for (const { id } of stray)
    found({
      kind: 'vault-extra',
      table: 'ledger.vault',
      row: id,
      detail: 'no record speaks of this personal value',
    })
}

async function compareCommitments(
  client: pg.ClientBase,
  { name, vault, commitment, root }: Spoken,
  tree: Walked,
  found: Found,
): Promise<void> {
  for await (const rows of batches<{
    id: string
    vault: string
    commitment: Buffer | string
    salt: Buffer | null
    value: Json
    same_root: boolean
  }>(
    client,
    `select t.id, t.${vault} as vault, t.${commitment} as commitment, v.salt, v.value, ${root ? 'v.root is not distinct from t.root' : 'true'} as same_root from ${name} t left join ledger.vault v on v.id = t.${vault} where t.${vault} is not null`,
  )) {
    for (const row of rows) {
      const said = Buffer.isBuffer(row.commitment) ? row.commitment.toString('hex') : row.commitment
      // What an entry says it destroyed is gone by order of law; what is still there is held to it all the same.
      if (row.salt === null && tree.emptied.has(row.vault)) continue
      if (row.salt === null)
        found({
          kind: 'vault-missing',
          table: name,
          row: row.id,
          detail: `the personal value ${row.vault} is gone and no lawful destruction is recorded`,
        })
      else if (commitmentOf(row.salt, row.value) !== said || !row.same_root)
        found({
          kind: 'vault-changed',
          table: name,
          row: row.id,
          detail: `the personal value ${row.vault} is not the one that was recorded`,
        })
    }
  }
}
