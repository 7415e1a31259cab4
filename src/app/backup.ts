/**
 * A complete, verified copy in a folder, and back. Layout: `manifest.json` (counts, tree size and root, SHA-256 of every
 * part), `tables/<schema>.<table>.csv` (COPY, all of one snapshot), `jobs.ndjson` (what waited, see `jobs-kept.ts`), `files/`
 * by content, `keys/`. Restoring goes only into an empty installation, replays lawful destructions, and ends with the tree
 * rebuilt and compared with the manifest.
 */
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '#kernel/verdict.ts'
import { lastHeadIn } from '#ledger/heads.ts'
import { verifyInstallation } from '#ledger/verify.ts'
import {
  type CopiedTable,
  bringTablesBack,
  copyOut,
  hashOfFile,
  keepFile,
  ownerClient,
  quoted,
  restoreFiles,
  rootOf,
  tableNames,
} from './copying.ts'
import { lostHead, openEpoch } from './epoch.ts'
import type { Installation } from './installation.ts'
import { bringJobsBack, keepJobs } from './jobs-kept.ts'

const jobsFile = 'jobs.ndjson'

interface Manifest {
  custodia: 'backup/1'
  madeAt: string
  tables: CopiedTable[]
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
  const client = await ownerClient(installation)
  try {
    // The keys first: the head kept beside them must not be newer than the tables, or a restore would seem to have lost it.
    await cp(installation.ground.house.keysFolder, join(dir, 'keys'), { recursive: true })
    await client.query('begin isolation level repeatable read read only')
    const tables: Manifest['tables'] = []
    for (const name of await tableNames(client)) {
      tables.push({ name, ...(await copyOut(client, quoted(name), join(dir, 'tables', `${name}.csv`))) })
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
      root: (await rootOf(installation, Number(tree.rows[0]?.size))) ?? '',
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
  await bringTablesBack(installation, dir, manifest.tables)
  await restoreFiles(installation, dir)
  await cp(join(dir, 'keys'), keysFolder, { recursive: true })
  const report = await verifyInstallation(installation.ground, installation.registry.modules, {})
  const root = await rootOf(installation, manifest.treeSize)
  if (!report.ok || root !== manifest.root)
    throw new Refusal('conflict', 'backup-does-not-verify', {
      values: { problem: report.problems[0]?.detail ?? root ?? '' },
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
export async function refuseOtherKeys(here: string, there: string): Promise<void> {
  const read = (folder: string): Promise<string> =>
    readFile(join(folder, 'log-ed25519.pem'), 'utf8').catch(() => '')
  const ours = await read(here)
  if (ours !== '' && ours !== (await read(there))) throw new Refusal('conflict', 'restore-over-other-keys')
}
