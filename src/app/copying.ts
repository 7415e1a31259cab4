/**
 * Steps that a backup and the export of everything share: which tables there are, rows out to CSV and back into an empty
 * installation, files out and back by their content.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { Refusal } from '#kernel/verdict.ts'
import { rootOfSize } from '#ledger/tree.ts'
import { awayAt } from '#platform/away.ts'
import { keyOf } from '#platform/files.ts'
import type { Installation } from './installation.ts'

const schemas = [
  'platform',
  'ledger',
  'identity',
  'catalogue',
  'cases',
  'quality',
  'evidence',
  'scenes',
  'work',
  'results',
  'death',
  'reports',
  'archive',
  'exchange',
  'portal',
  'observatory',
]

/** One part of a copy: a table, its rows, and the hash of its file. */
export interface CopiedTable {
  name: string
  rows: number
  sha256: string
}

export async function ownerClient(installation: Installation): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: installation.ownerUrl, options: '-c timezone=UTC' })
  await client.connect()
  return client
}

/** Of what a select gives, or of a whole table. */
export async function copyOut(
  client: pg.Client,
  from: string,
  path: string,
): Promise<{ rows: number; sha256: string }> {
  const copying = client.query(copyTo(`copy ${from} to stdout with (format csv, header true)`))
  await pipeline(copying, createWriteStream(path))
  return { rows: copying.rowCount, sha256: await hashOfFile(path) }
}

/** Hex; of as many entries as the copy holds, whatever was recorded since. */
export async function rootOf(installation: Installation, size: number): Promise<string | undefined> {
  return (await installation.db.transaction((tx) => rootOfSize(tx, size), { readOnly: true }))?.toString(
    'hex',
  )
}

export async function bringTablesBack(
  installation: Installation,
  dir: string,
  tables: readonly { readonly name: string }[],
): Promise<void> {
  const client = await ownerClient(installation)
  try {
    const { rows } = await client.query<{ n: string }>('select count(*) as n from ledger.entry')
    if (Number(rows[0]?.n) > 0) throw new Refusal('conflict', 'restore-into-empty-only')
    await client.query('begin')
    await client.query('set constraints all deferred')
    // A server that was started here once has made a key of its own; the copy brings the one that its secrets were sealed with.
    await client.query(`delete from platform.setting where key = 'seal-key'`)
    // Sums that triggers keep come with the copy: counted once more, they would be double.
    const triggers = (state: 'disable' | 'enable'): string =>
      tables.map((t) => `alter table ${quoted(t.name)} ${state} trigger user`).join(';')
    await client.query(triggers('disable'))
    for (const table of tables) {
      if (table.name === 'platform.migration') continue
      const path = join(dir, 'tables', `${table.name}.csv`)
      const columns = (await firstLine(path))
        .split(',')
        .map((c) => `"${c.replaceAll('"', '')}"`)
        .join(', ')
      await pipeline(
        createReadStream(path),
        client.query(
          copyFrom(`copy ${quoted(table.name)} (${columns}) from stdin with (format csv, header true)`),
        ),
      )
    }
    await client.query(setSequences)
    // What refers to other rows is checked now: a table with open checks cannot be altered.
    await client.query('set constraints all immediate')
    await client.query(triggers('enable'))
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}

/** Every counter goes on after the highest number that was brought back. */
const setSequences = `do $$ declare c record; begin
  for c in select a.attrelid::regclass as t, a.attname as n from pg_attribute a join pg_class k on k.oid = a.attrelid and k.relkind = 'r' where a.attidentity <> '' and not a.attisdropped
  loop execute format('select setval(pg_get_serial_sequence(%L, %L), greatest((select max(%I) from %s), 1))', c.t, c.n, c.n, c.t); end loop;
end $$`

export async function tableNames(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = any($1) order by 1`,
    [schemas],
  )
  return rows.map((r) => r.name)
}
export const quoted = (name: string): string =>
  name
    .split('.')
    .map((part) => `"${part}"`)
    .join('.')

export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
async function firstLine(path: string): Promise<string> {
  let text = ''
  for await (const chunk of createReadStream(path, { encoding: 'utf8' })) {
    text += chunk as string
    if (text.includes('\n')) break
  }
  return text.split(/\r?\n/, 1)[0] ?? ''
}

export async function keepFile(installation: Installation, dir: string, sha256: string): Promise<void> {
  const path = join(dir, 'files', keyOf(sha256))
  await mkdir(join(path, '..'), { recursive: true })
  const bytes = await whereverItLies(installation, sha256)
  // On a disk that is not in: the copy of the database says where.
  if (!bytes) return
  await pipeline(bytes, createWriteStream(path))
  if ((await hashOfFile(path)) !== sha256)
    throw new Refusal('conflict', 'file-is-damaged', { values: { sha256 } })
}

async function whereverItLies({ ground }: Installation, sha256: string): Promise<Readable | null> {
  const at = (await ground.files.has(sha256)) ? undefined : await awayAt(ground.files, sha256)
  if (!at) return ground.files.stream(sha256)
  return (await ground.cold?.there(at.label)) ? (ground.cold?.of(at.label).stream(sha256) ?? null) : null
}

export async function restoreFiles(installation: Installation, dir: string): Promise<void> {
  const { rows } = await installation.db.pool.query<{ sha256: string }>('select sha256 from platform.file')
  for (const { sha256 } of rows) {
    const path = join(dir, 'files', keyOf(sha256))
    // What lay on a disk that was not in lies there still.
    if (!existsSync(path) && (await awayAt(installation.ground.files, sha256))) continue
    const { size } = await stat(path)
    const kept = await installation.ground.files.keep(createReadStream(path), size + 1)
    if (kept.sha256 !== sha256) throw new Refusal('conflict', 'file-is-damaged', { values: { sha256 } })
  }
}
