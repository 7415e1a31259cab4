/**
 * A complete, verified copy in a folder, and back. Layout: `manifest.json` (counts, tree size and root, SHA-256 of every
 * part), `tables/<schema>.<table>.csv` (COPY, all of one snapshot), `jobs.ndjson` (what waited, see `jobs-kept.ts`), `files/`
 * by content, `keys/`. Restoring goes only into an empty installation, replays lawful destructions, and ends with the tree
 * rebuilt and compared with the manifest.
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
import { lastHeadIn } from '#ledger/heads.ts'
import { lostHead, openEpoch } from './epoch.ts'
import type { Installation } from './installation.ts'
import { bringJobsBack, keepJobs } from './jobs-kept.ts'

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

const jobsFile = 'jobs.ndjson'

interface Manifest {
  custodia: 'backup/1'
  madeAt: string
  tables: { name: string; rows: number; sha256: string }[]
  /** Copies made before jobs were kept have none. */
  jobs?: { count: number; sha256: string }
  files: number
  entries: number
  treeSize: number
  root: string
}
export interface CopyReceipt {
  tables: number
  rows: number
  jobs: number
  files: number
  entries: number
  treeSize: number
  root: string
  /** Only after a restore that is shorter than a head that was signed: the new name of the log, and how many entries are lost. */
  epoch?: { origin: string; entriesLost: number }
}

export async function backup(installation: Installation, dir: string): Promise<CopyReceipt> {
  await mkdir(join(dir, 'tables'), { recursive: true })
  if ((await readdir(join(dir, 'tables'))).length > 0)
    throw new Refusal('conflict', 'backup-folder-not-empty', { values: { dir } })
  const client = new pg.Client({ connectionString: installation.ownerUrl, options: '-c timezone=UTC' })
  await client.connect()
  try {
    // The keys first: the head kept beside them must not be newer than the tables, or a restore would seem to have lost it.
    await cp(installation.ground.house.keysFolder, join(dir, 'keys'), { recursive: true })
    await client.query('begin isolation level repeatable read read only')
    const tables: Manifest['tables'] = []
    for (const name of await tableNames(client)) {
      const path = join(dir, 'tables', `${name}.csv`)
      const copying = client.query(copyTo(`copy ${quoted(name)} to stdout with (format csv, header true)`))
      await pipeline(copying, createWriteStream(path))
      tables.push({ name, rows: copying.rowCount, sha256: await hashOfFile(path) })
    }
    const jobs = await keepJobs(client, join(dir, jobsFile))
    const { rows: files } = await client.query<{ sha256: string }>('select sha256 from platform.file')
    for (const { sha256 } of files) await keepFile(installation, dir, sha256)
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
      jobs: { count: jobs, sha256: await hashOfFile(join(dir, jobsFile)) },
      files: files.length,
      entries: Number(tree.rows[0]?.entries),
      treeSize: Number(tree.rows[0]?.size),
      root: report.root,
    }
    await writeFile(join(dir, 'manifest.json'), JSON.stringify(manifest, null, 2))
    return receiptOf(manifest)
  } finally {
    await client.end()
  }
}

function receiptOf(manifest: Manifest): CopyReceipt {
  const { files, entries, treeSize, root, tables } = manifest
  return {
    tables: tables.length,
    rows: tables.reduce((n, t) => n + t.rows, 0),
    jobs: manifest.jobs?.count ?? 0,
    files,
    entries,
    treeSize,
    root,
  }
}

/**
 * `heads`: signed heads kept elsewhere (printed, mailed), as note texts; the one in this data folder's keys is known by
 * itself. Where the copy is shorter than one of them, the log goes on as a new epoch that quotes it (decided.md 13).
 */
export async function restore(
  installation: Installation,
  dir: string,
  heads: readonly string[] = [],
): Promise<CopyReceipt> {
  const manifest = await manifestIn(dir)
  const { keysFolder } = installation.ground.house
  const kept = await lastHeadIn(keysFolder)
  await refuseOtherKeys(keysFolder, join(dir, 'keys'))
  await restoreTables(installation, dir, manifest)
  await restoreFiles(installation, dir)
  await cp(join(dir, 'keys'), keysFolder, { recursive: true })
  const report = await verifyInstallation(installation.ground, installation.registry.modules, {})
  if (!report.ok || report.root !== manifest.root)
    throw new Refusal('conflict', 'backup-does-not-verify', {
      values: { problem: report.problems[0]?.detail ?? report.root },
    })
  // Last: a worker beside us takes them at once, and they find everything in its place.
  if (manifest.jobs) await bringJobsBack(installation.ownerUrl, join(dir, jobsFile))
  const lost = await lostHead(installation.ground, [...heads, ...(kept ? [kept.note] : [])])
  if (!lost) return receiptOf(manifest)
  const origin = await openEpoch(installation.ground, lost)
  return { ...receiptOf(manifest), epoch: { origin, entriesLost: lost.size - manifest.treeSize } }
}

async function manifestIn(dir: string): Promise<Manifest> {
  const text = await readFile(join(dir, 'manifest.json'), 'utf8').catch(() => '{}')
  const manifest = JSON.parse(text) as Manifest
  if (manifest.custodia !== 'backup/1') throw new Refusal('invalid', 'not-a-backup')
  for (const table of manifest.tables) {
    if ((await hashOfFile(join(dir, 'tables', `${table.name}.csv`)).catch(() => '')) !== table.sha256)
      throw new Refusal('conflict', 'backup-is-damaged', { values: { part: table.name } })
  }
  if (manifest.jobs && (await hashOfFile(join(dir, jobsFile)).catch(() => '')) !== manifest.jobs.sha256)
    throw new Refusal('conflict', 'backup-is-damaged', { values: { part: jobsFile } })
  return manifest
}

/** The key of another log is not written over: without it nothing that it signed could be added to. */
async function refuseOtherKeys(here: string, there: string): Promise<void> {
  const read = (folder: string): Promise<string> =>
    readFile(join(folder, 'log-ed25519.pem'), 'utf8').catch(() => '')
  const ours = await read(here)
  if (ours !== '' && ours !== (await read(there))) throw new Refusal('conflict', 'restore-over-other-keys')
}

async function restoreTables(installation: Installation, dir: string, manifest: Manifest): Promise<void> {
  const client = new pg.Client({ connectionString: installation.ownerUrl, options: '-c timezone=UTC' })
  await client.connect()
  try {
    const { rows } = await client.query<{ n: string }>('select count(*) as n from ledger.entry')
    if (Number(rows[0]?.n) > 0) throw new Refusal('conflict', 'restore-into-empty-only')
    await client.query('begin')
    await client.query('set constraints all deferred')
    // A server that was started here once has made a key of its own; the copy brings the one that its secrets were sealed with.
    await client.query(`delete from platform.setting where key = 'seal-key'`)
    // Sums that triggers keep come with the copy: counted once more, they would be double.
    const triggers = (state: 'disable' | 'enable'): string =>
      manifest.tables.map((t) => `alter table ${quoted(t.name)} ${state} trigger user`).join(';')
    await client.query(triggers('disable'))
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

async function restoreFiles(installation: Installation, dir: string): Promise<void> {
  const { rows } = await installation.db.pool.query<{ sha256: string }>('select sha256 from platform.file')
  for (const { sha256 } of rows) {
    const path = join(dir, 'files', keyOf(sha256))
    const { size } = await stat(path)
    const kept = await installation.ground.files.keep(createReadStream(path), size + 1)
    if (kept.sha256 !== sha256) throw new Refusal('conflict', 'file-is-damaged', { values: { sha256 } })
  }
}
