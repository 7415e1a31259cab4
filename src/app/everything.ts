/**
 * `custodia export everything` and `import everything`: all that an installation knows, in open formats, for whoever leaves or looks in; and back,
 * equal. docs/guide/everything.md is the format in full and travels with each export as README.md: `datapackage.json` (Frictionless Data Package:
 * every table with its columns, keys, rows and hash), `tables/*.csv`, `ledger.ndjson` (ledger/format.md, 8), `jobs.ndjson`, `files/` by content,
 * `keys/log.vkey`. No secret is in it: what is withheld stands below, and in the package.
 */
import { copyFile, cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { Refusal } from '#kernel/verdict.ts'
import { exportLedger } from '#ledger/export.ts'
import { lastHeadIn } from '#ledger/heads.ts'
import { forgetLogKey, logKeyOf } from '#ledger/log-key.ts'
import { growTree } from '#ledger/sequencer.ts'
import { verifyInstallation } from '#ledger/verify.ts'
import { refuseOtherKeys } from './backup.ts'
import {
  bringTablesBack,
  copyOut,
  hashOfFile,
  keepFile,
  ownerClient,
  quoted,
  restoreFiles,
  rootOf,
} from './copying.ts'
import { type Described, describeTables } from './data-dictionary.ts'
import { lostHead, openEpoch } from './epoch.ts'
import type { Installation } from './installation.ts'
import { bringJobsBack, keepJobs } from './jobs-kept.ts'

const FORMAT = 'everything/1'
const descriptor = 'datapackage.json'
const guide = join(import.meta.dirname, '../../docs/guide/everything.md')

/** Tables of which only the head goes: their rows let somebody in, or did for some minutes. */
export const withheldTables: Readonly<Record<string, string>> = {
  'identity.session': 'who is signed in',
  'identity.token': 'hashes of API tokens',
  'identity.step_up': 'proofs of presence, minutes old',
  'identity.challenge': 'sign-ins that had begun',
  'identity.spent_challenge': 'answers to passkey challenges',
  'identity.guess': 'wrong tries',
  'identity.recovery_secret': 'hashes of recovery codes',
  'identity.device': 'browsers that were known, by the hash of their cookie',
  'identity.push_device': 'keys of browsers that are told',
  'identity.sign_on_waiting': 'codes of a day, of accounts of another house that nobody has linked',
}
/** Hashes of what people chose: short ones are found by trying. */
export const withheldColumns: Readonly<Record<string, readonly string[]>> = {
  'identity.account': ['password_hash', 'pin_hash', 'recovery_hashes'],
}

interface Resource extends Described {
  readonly path: string
  readonly format: 'csv'
  readonly mediatype: 'text/csv'
  readonly encoding: 'utf-8'
  readonly rowCount: number
  readonly hash: string
  /** Columns that are not in the file, or `rows`. */
  readonly withheld: readonly string[]
}
interface Package {
  readonly name: 'custodia'
  readonly created: string
  readonly custodia: {
    readonly format: typeof FORMAT
    readonly files: number
    readonly jobs: number
    readonly entries: number
    readonly treeSize: number
    readonly root: string
    readonly parts: Readonly<Record<string, string>>
  }
  readonly resources: readonly Resource[]
}
export interface EverythingReceipt {
  tables: number
  rows: number
  jobs: number
  files: number
  entries: number
  treeSize: number
  root: string
  /** After an import: whether the key of the log is here. */
  signs?: boolean
}

export async function exportEverything(installation: Installation, dir: string): Promise<EverythingReceipt> {
  await mkdir(dir, { recursive: true })
  if ((await readdir(dir)).length > 0)
    throw new Refusal('conflict', 'backup-folder-not-empty', { values: { dir } })
  for (const folder of ['tables', 'keys']) await mkdir(join(dir, folder))
  const { ground } = installation
  while ((await growTree(ground, { checkpoint: true })) > 0);
  const client = await ownerClient(installation)
  try {
    await client.query('begin isolation level repeatable read read only')
    const resources: Resource[] = []
    for (const table of await describeTables(client)) resources.push(await writeTable(client, dir, table))
    const jobs = await keepJobs(client, join(dir, 'jobs.ndjson'))
    const { rows: snapshot } = await client.query<{ id: string }>('select pg_export_snapshot() as id')
    const counts = { leaves: 0, rows: 0, checkpoints: 0 }
    await pipeline(
      Readable.from(exportLedger(ground, counts, snapshot[0]?.id)),
      createWriteStream(join(dir, 'ledger.ndjson')),
    )
    const { rows: files } = await client.query<{ sha256: string }>('select sha256 from platform.file')
    for (const { sha256 } of files) await keepFile(installation, dir, sha256)
    const { rows: tree } = await client.query<{ entries: string; size: string; vkey: string }>(
      `select (select count(*) from ledger.entry) as entries, (select count(*) from ledger.leaf) as size,
              (select value #>> '{}' from platform.setting where key = 'log-vkey') as vkey`,
    )
    await client.query('commit')
    await writeFile(join(dir, 'keys', 'log.vkey'), `${tree[0]?.vkey ?? ''}\n`)
    await copyFile(guide, join(dir, 'README.md'))
    await mustVerify(installation)
    const size = Number(tree[0]?.size)
    const whole: Package = {
      name: 'custodia',
      created: ground.now(),
      custodia: {
        format: FORMAT,
        files: files.length,
        jobs,
        entries: Number(tree[0]?.entries),
        treeSize: size,
        root: (await rootOf(installation, size)) ?? '',
        parts: await hashesOf(dir, ['ledger.ndjson', 'jobs.ndjson', 'keys/log.vkey']),
      },
      resources,
    }
    await writeFile(join(dir, descriptor), `${JSON.stringify(whole, null, 2)}\n`)
    return receiptOf(whole)
  } finally {
    await client.end()
  }
}

/** In the order of its key, so that two exports of the same rows are the same bytes. */
async function writeTable(client: pg.Client, dir: string, table: Described): Promise<Resource> {
  const { name, schema } = table
  const kept = withheldColumns[name] ?? []
  const none = name in withheldTables
  const columns = schema.fields.map((f) => f.name).filter((c) => !kept.includes(c))
  const list = (names: readonly string[]): string => names.map((c) => `"${c}"`).join(', ')
  const order = schema.primaryKey.length > 0 ? schema.primaryKey : columns
  const path = `tables/${name}.csv`
  const { rows, sha256 } = await copyOut(
    client,
    `(select ${list(columns)} from ${quoted(name)} ${none ? 'where false' : ''} order by ${list(order)})`,
    join(dir, path),
  )
  return {
    ...table,
    path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    rowCount: rows,
    hash: `sha256:${sha256}`,
    withheld: none ? ['rows'] : kept,
  }
}

async function hashesOf(dir: string, parts: readonly string[]): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {}
  for (const part of parts) hashes[part] = await hashOfFile(join(dir, part))
  return hashes
}

async function mustVerify({ ground, registry }: Installation): Promise<void> {
  const report = await verifyInstallation(ground, registry.modules, {})
  if (!report.ok)
    throw new Refusal('conflict', 'backup-does-not-verify', {
      values: { problem: report.problems[0]?.detail ?? '' },
    })
}

/**
 * `keys`: the key folder of the old house, brought by its administrator by another way than the export: with it the log goes on signing, and
 * what is sealed opens. Without it everything stands and verifies, and nothing is signed until it comes.
 */
export async function importEverything(
  installation: Installation,
  dir: string,
  keys?: string,
): Promise<EverythingReceipt> {
  const whole = await packageIn(dir)
  const { keysFolder } = installation.ground.house
  await refuseOtherKeys(keysFolder, keys ?? join(dir, 'keys'))
  await bringTablesBack(installation, dir, whole.resources)
  await restoreFiles(installation, dir)
  await mustVerify(installation)
  const root = (await rootOf(installation, whole.custodia.treeSize)) ?? ''
  if (root !== whole.custodia.root)
    throw new Refusal('conflict', 'backup-does-not-verify', { values: { problem: root } })
  await bringJobsBack(installation.ownerUrl, join(dir, 'jobs.ndjson'))
  if (keys !== undefined) await goOnWith(installation, keys)
  const signs = (await logKeyOf(installation.ground)) !== undefined
  return { ...receiptOf(whole), signs }
}

/** The old house may have signed more since it exported: then the log says what is not here (epoch.ts). */
async function goOnWith({ ground }: Installation, keys: string): Promise<void> {
  const { keysFolder } = ground.house
  await cp(keys, keysFolder, { recursive: true })
  forgetLogKey(ground)
  const kept = await lastHeadIn(keysFolder)
  const lost = await lostHead(ground, kept ? [kept.note] : [])
  if (lost) await openEpoch(ground, lost)
}

/** Every part is held against its hash before anything is brought in; files are, when they are taken in. */
async function packageIn(dir: string): Promise<Package> {
  const text = await readFile(join(dir, descriptor), 'utf8').catch(() => '{}')
  const whole = JSON.parse(text) as Package
  if (whole.custodia?.format !== FORMAT) throw new Refusal('invalid', 'not-an-export')
  const parts = [
    ...whole.resources.map((r) => [r.path, r.hash.replace('sha256:', '')] as const),
    ...Object.entries(whole.custodia.parts),
  ]
  for (const [part, hash] of parts) {
    if ((await hashOfFile(join(dir, part)).catch(() => '')) !== hash)
      throw new Refusal('conflict', 'backup-is-damaged', { values: { part } })
  }
  return whole
}

function receiptOf({ custodia, resources }: Package): EverythingReceipt {
  const { jobs, files, entries, treeSize, root } = custodia
  const rows = resources.reduce((n, r) => n + r.rowCount, 0)
  return { tables: resources.length, rows, jobs, files, entries, treeSize, root }
}
