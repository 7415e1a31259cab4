/**
 * The ledger as a file that anybody can verify without us: newline-delimited JSON as ledger/format.md says; covered rows
 * go with it as the texts that were hashed. Personal values are not in it.
 */
import type pg from 'pg'
import { type Json, canonical } from '#kernel/canonical.ts'
import type { Ground } from '#platform/cx.ts'
import { growTree } from './sequencer.ts'
import { coveredTables, selectAsText } from './covered-tables.ts'
import { batches } from './findings.ts'

async function* rowsOf<Row>(client: pg.ClientBase, text: string): AsyncIterable<Row> {
  for await (const rows of batches<Row>(client, text)) yield* rows
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`

/** `snapshot`: of a transaction that is open, so that the file and what it writes are of one moment. */
export async function* exportLedger(
  ground: Ground,
  counts: { leaves: number; rows: number; checkpoints: number },
  snapshot?: string,
): AsyncIterable<string> {
  if (snapshot === undefined) while ((await growTree(ground, { checkpoint: true })) > 0);
  const client = await ground.db.alone()
  try {
    await client.query('begin isolation level repeatable read read only')
    if (snapshot !== undefined) await client.query(`set transaction snapshot '${snapshot}'`)
    await client.query('set local statement_timeout = 0')
    const last = (
      await client.query<{ size: number; origin: string; root: Buffer }>(
        'select size, origin, root from ledger.checkpoint order by size desc limit 1',
      )
    ).rows[0]
    const vkey = (
      await client.query<{ value: string }>(`select value from platform.setting where key = 'log-vkey'`)
    ).rows[0]?.value
    yield line({
      custodia: 'export/1',
      origin: last?.origin ?? null,
      treeSize: last?.size ?? 0,
      root: last?.root.toString('hex') ?? null,
      vkey: vkey ?? null,
      rows: true,
    })
    for await (const { position, leaf } of rowsOf<{ position: number; leaf: Buffer }>(
      client,
      `select l.position, e.leaf from ledger.leaf l join ledger.entry e on e.no = l.entry_no where l.position < ${last?.size ?? 0} order by l.position`,
    )) {
      counts.leaves += 1
      yield line({ leaf: leaf.toString('utf8'), position })
    }
    for (const table of await coveredTables(client)) {
      for await (const row of rowsOf<Record<string, string | null>>(
        client,
        `${selectAsText(table)} order by t.id`,
      )) {
        counts.rows += 1
        const columns = Object.fromEntries(
          Object.entries(row)
            .filter(([, v]) => v !== null)
            .map(([k, v]) => [k, table.json.has(k) ? canonical(JSON.parse(v as string) as Json) : v]),
        )
        yield line({ row: { table: table.name, id: row.id, columns } })
      }
    }
    for await (const { table_name, row_id, entry } of rowsOf<{
      table_name: string
      row_id: string
      entry: string
    }>(client, 'select table_name, row_id, entry from ledger.destroyed order by 1, 2'))
      yield line({ destroyed: { table: table_name, id: row_id, entry } })
    for await (const { note } of rowsOf<{ note: string }>(
      client,
      'select note from ledger.checkpoint order by size',
    )) {
      counts.checkpoints += 1
      yield line({ checkpoint: note })
    }
    await client.query('commit')
  } finally {
    await client.end()
  }
}
