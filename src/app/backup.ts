/**
 * A complete, verified copy in a folder, and back. Layout: `manifest.json` (counts, tree size and root, SHA-256 of every
 * part), `tables/<schema>.<table>.csv` (COPY, all of one snapshot), `files/` by content, `keys/`. Restoring goes only into
 * an empty installation, replays lawful destructions, and ends with the tree rebuilt and compared with the manifest.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { cp, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { Refusal } from '#kernel/verdict.ts'
import { verifyInstallation } from '#ledger/verify.ts'
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

interface Manifest {
  custodia: 'backup/1'
  madeAt: string
  tables: { name: string; rows: number; sha256: string }[]
  files: number
  entries: number
  treeSize: number
  root: string
}
export interface CopyReceipt {
  tables: number
  rows: number
  files: number
  root: string
}

export async function backup(installation: Installation, dir: string): Promise<CopyReceipt> {
  await mkdir(join(dir, 'tables'), { recursive: true })
  if ((await readdir(join(dir, 'tables'))).length > 0)
    throw new Refusal('conflict', 'backup-folder-not-empty', { values: { dir } })
  const client = new pg.Client({ connectionString: installation.ownerUrl, options: '-c timezone=UTC' })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const tables: Manifest['tables'] = []
    for (const name of await tableNames(client)) {
      const path = join(dir, 'tables', `${name}.csv`)
      const copying = client.query(copyTo(`copy ${quoted(name)} to stdout with (format csv, header true)`))
      await pipeline(copying, createWriteStream(path))
      tables.push({ name, rows: copying.rowCount, sha256: await hashOfFile(path) })
    }
    const { rows: files } = await client.query<{ sha256: string }>('select sha256 from platform.file')
    for (const { sha256 } of files) await keepFile(installation, dir, sha256)
    await cp(join(installation.config.dataDir, 'keys'), join(dir, 'keys'), { recursive: true })
    const tree = await client.query<{ size: string; entries: string }>(
      'select (select count(*) from ledger.leaf) as size, (select count(*) from ledger.entry) as entries',
    )
    await client.query('commit')
    const report = await verifyInstallation(installation.ground, installation.registry.modules, {})
    if (!report.ok)
      throw new Refusal('conflict', 'backup-does-not-verify', {
        values: { problem: report.problems[0]?.detail ?? '' },
      })
    const manifest: Manifest = {
      custodia: 'backup/1',
      madeAt: installation.ground.now(),
      tables,
      files: files.length,
      entries: Number(tree.rows[0]?.entries),
      treeSize: Number(tree.rows[0]?.size),
      root: report.root,
    }
    await writeFile(join(dir, 'manifest.json'), JSON.stringify(manifest, null, 2))
    return {
      tables: tables.length,
      rows: tables.reduce((n, t) => n + t.rows, 0),
      files: files.length,
      root: report.root,
    }
  } finally {
    await client.end()
  }
}

export async function restore(installation: Installation, dir: string): Promise<CopyReceipt> {
  const manifest = JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8')) as Manifest
  if (manifest.custodia !== 'backup/1') throw new Refusal('invalid', 'not-a-backup')
  for (const table of manifest.tables) {
    if ((await hashOfFile(join(dir, 'tables', `${table.name}.csv`))) !== table.sha256)
      throw new Refusal('conflict', 'backup-is-damaged', { values: { part: table.name } })
  }
  const client = new pg.Client({ connectionString: installation.ownerUrl, options: '-c timezone=UTC' })
  await client.connect()
  try {
    const { rows } = await client.query<{ n: string }>('select count(*) as n from ledger.entry')
    if (Number(rows[0]?.n) > 0) throw new Refusal('conflict', 'restore-into-empty-only')
    await client.query('begin')
    await client.query('set constraints all deferred')
    for (const table of manifest.tables) {
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
    await client.query(
      `select setval(pg_get_serial_sequence('ledger.entry', 'no'), greatest((select max(no) from ledger.entry), 1))`,
    )
    for (const [table, column] of [
      ['platform.read_log', 'id'],
      ['platform.refusal_log', 'id'],
      ['identity.sight', 'id'],
    ])
      await client.query(
        `select setval(pg_get_serial_sequence('${table}', '${column}'), greatest((select max(${column}) from ${table}), 1))`,
      )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
  const files = await restoreFiles(installation, dir)
  await cp(join(dir, 'keys'), join(installation.config.dataDir, 'keys'), { recursive: true })
  const report = await verifyInstallation(installation.ground, installation.registry.modules, {})
  if (!report.ok || report.root !== manifest.root)
    throw new Refusal('conflict', 'backup-does-not-verify', {
      values: { problem: report.problems[0]?.detail ?? report.root },
    })
  return {
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((n, t) => n + t.rows, 0),
    files,
    root: report.root,
  }
}

async function tableNames(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = any($1) order by 1`,
    [schemas],
  )
  return rows.map((r) => r.name)
}
const quoted = (name: string): string =>
  name
    .split('.')
    .map((part) => `"${part}"`)
    .join('.')

async function hashOfFile(path: string): Promise<string> {
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

async function keepFile(installation: Installation, dir: string, sha256: string): Promise<void> {
  const path = join(dir, 'files', keyOf(sha256))
  await mkdir(join(path, '..'), { recursive: true })
  await pipeline(await installation.ground.files.stream(sha256), createWriteStream(path))
  if ((await hashOfFile(path)) !== sha256)
    throw new Refusal('conflict', 'file-is-damaged', { values: { sha256 } })
}

async function restoreFiles(installation: Installation, dir: string): Promise<number> {
  const { rows } = await installation.db.pool.query<{ sha256: string }>('select sha256 from platform.file')
  for (const { sha256 } of rows) {
    const path = join(dir, 'files', keyOf(sha256))
    const { size } = await stat(path)
    const kept = await installation.ground.files.keep(createReadStream(path), size + 1)
    if (kept.sha256 !== sha256) throw new Refusal('conflict', 'file-is-damaged', { values: { sha256 } })
  }
  return rows.length
}
