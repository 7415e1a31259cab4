/** `custodia doctor`: the state of the installation in plain words, for whoever is called at night. */
import { stat, statfs } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { lastHeadIn } from '#ledger/heads.ts'
import { countMail } from '#platform/outbox.ts'
import type { Config } from '#platform/config.ts'
import { countOpenHealings } from '#modules/archive/public.ts'
import { placesState } from '#platform/second-place.ts'
import { sealKeyFile, sealKeyState } from '#platform/sealing.ts'
import { sql } from '#platform/sql.ts'
import type { Installation } from './installation.ts'
import { isSetUp } from './setup.ts'
import { webFolder } from './web.ts'

export interface Check {
  readonly what: string
  readonly ok: boolean
  readonly says: string
}

export interface Examined {
  readonly ok: boolean
  readonly checks: readonly Check[]
  readonly entries: number
  readonly treeSize: number
  /** Of the newest signed head; null before the first. */
  readonly root: string | null
  readonly files: number
}

export async function examine(installation: Installation): Promise<Examined> {
  const { db } = installation
  const checks = [
    ...(await database(installation)),
    ...(await machine(installation)),
    ...(await ledger(installation)),
    ...(await sealKey(installation)),
    ...(await queue(installation)),
    ...(await places(installation)),
  ]
  const counts = await db.direct.one<Omit<Examined, 'ok' | 'checks'>>(sql`
    select (select count(*) from ledger.entry) as entries, (select coalesce(max(position) + 1, 0) from ledger.leaf) as "treeSize",
           (select encode(root, 'hex') from ledger.checkpoint order by size desc limit 1) as root, (select count(*)::int from platform.file) as files`)
  return { ok: checks.every((c) => c.ok), checks, ...counts }
}

async function places({ ground }: Installation): Promise<Check[]> {
  if (!ground.files.places) return []
  const { files, atBoth, fault } = await placesState(ground)
  const waits =
    fault === null ? '' : `; the second place did not take some (${fault}), they are tried again each minute`
  const broken = await countOpenHealings(ground)
  const heals = broken === 0 ? '' : `; ${broken} found broken in one of them wait to be healed`
  return [
    {
      what: 'files',
      ok: fault === null && broken === 0,
      says: `${atBoth} of ${files} files stand in both places${waits}${heals}`,
    },
  ]
}

async function database({ db, config, ground }: Installation): Promise<Check[]> {
  const { version } = await db.direct.one<{ version: string }>(
    sql`select current_setting('server_version') as version`,
  )
  const settings = await db.direct.many<{ name: string; setting: string }>(
    sql`select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name`,
  )
  const ready = await isSetUp(ground)
  return [
    {
      what: 'database',
      ok: true,
      says: `PostgreSQL ${version}, ${config.databaseUrl ? 'outside' : 'embedded: for demonstrations and small offices; a maintained cluster is better for a service'}`,
    },
    ...settings.map(({ name, setting }) => ({ what: name, ok: setting !== 'off', says: setting })),
    {
      what: 'set-up',
      ok: ready,
      says: ready ? 'done' : 'not yet: start the server and open the address that it prints',
    },
  ]
}

async function machine({ config }: Installation): Promise<Check[]> {
  const disk = await statfs(config.dataDir)
  const free = disk.bavail / disk.blocks
  const built = existsSync(webFolder)
  const tesseract = await promisify(execFile)('tesseract', ['--version']).then(
    () => true,
    () => false,
  )
  return [
    {
      what: 'disk',
      ok: free > 0.15,
      says: `${Math.round((disk.bavail * disk.bsize) / 1e9)} GB free (${Math.round(100 * free)} %)`,
    },
    metrics(config),
    { what: 'web', ok: built, says: built ? 'built' : 'not built: npm start builds it' },
    {
      what: 'recognition',
      ok: true,
      says: tesseract
        ? 'tesseract is installed'
        : 'tesseract is not installed: the packaged engine would be used',
    },
  ]
}

/** A server that listens for this machine alone and has an address elsewhere stands behind a proxy; only what the proxy says tells its callers from us. */
export function metrics({ url, host, trustProxy }: Pick<Config, 'url' | 'host' | 'trustProxy'>): Check {
  const local = (name: string): boolean => /^(localhost|127\.[\d.]+|\[?::1\]?)$/.test(name)
  const proxied = url !== undefined && local(host) && !local(new URL(url).hostname)
  const told = trustProxy !== false
  return {
    what: 'metrics',
    ok: !proxied || told,
    says: !proxied
      ? '/metrics answers on this machine; from elsewhere it asks for a token'
      : told
        ? '/metrics answers on this machine; what the proxy passes on needs a token'
        : `${url} is reached through a proxy and CUSTODIA_TRUST_PROXY is not set: a proxy that does not say for whom it asks lets strangers read /metrics, and all callers count as one address. Let it send X-Forwarded-For and set CUSTODIA_TRUST_PROXY`,
  }
}

/** Seeds of authenticators open with it alone: it must be here, and nobody else's to read. */
async function sealKey({ ground }: Installation): Promise<Check[]> {
  const state = await sealKeyState(ground)
  const mode = await stat(sealKeyFile(ground.house.keysFolder)).then(
    (s) => s.mode & 0o777,
    () => 0,
  )
  const open = state === 'here' && (mode & 0o077) !== 0
  return [
    {
      what: 'seal key',
      ok: state !== 'other' && !open,
      says: open
        ? `others may read it (mode ${mode.toString(8)}): chmod 600 keys/seal.key`
        : {
            none: 'none yet: the first start makes it',
            here: 'in the key folder',
            other: 'not in the key folder: bring seal.key back from a copy',
          }[state],
    },
  ]
}

async function ledger({ db, ground }: Installation): Promise<Check[]> {
  const { waiting } = await db.direct.one<{ waiting: number }>(
    sql`select count(*)::int as waiting from ledger.pending`,
  )
  const newest = await db.direct.maybe<{ made_at: string; size: number }>(
    sql`select made_at, size from ledger.checkpoint order by size desc limit 1`,
  )
  const kept = await lastHeadIn(ground.house.keysFolder)
  const there =
    kept &&
    (await db.direct.maybe(
      sql`select 1 from ledger.checkpoint where origin = ${kept.origin} and size = ${kept.size} and note = ${kept.note}`,
    ))
  const stands = kept === undefined || there !== undefined
  return [
    { what: 'ledger', ok: waiting < 10_000, says: `${waiting} entries wait for a position in the tree` },
    {
      what: 'checkpoint',
      ok: true,
      says: newest ? `${newest.size} entries, signed ${newest.made_at}` : 'none yet',
    },
    {
      what: 'newest head',
      ok: stands,
      says: !kept
        ? 'none is kept in the key folder yet'
        : stands
          ? `that of ${kept.size} entries is in the database and in the key folder`
          : `the head of ${kept.size} entries was signed here and is not in the database: it is older than it was, or was changed. Run custodia verify; where it was brought back from an older copy, custodia accept-loss states what is lost`,
    },
  ]
}

async function queue({ db, config }: Installation): Promise<Check[]> {
  const { failed } = await db.direct.one<{ failed: number }>(
    sql`select count(*)::int as failed from graphile_worker.jobs where attempts >= max_attempts`,
  )
  const mail = await countMail(db.direct)
  const unsent = mail.failed ?? 0
  return [
    {
      what: 'jobs',
      ok: failed === 0,
      says: failed === 0 ? 'none has failed for good' : `${failed} have failed for good`,
    },
    {
      what: 'mail',
      ok: unsent === 0,
      says: `${config.smtpUrl ? 'goes out' : 'no mail server is named (CUSTODIA_SMTP_URL): messages stay in the outbox'}; ${mail.waiting ?? 0} waiting, ${unsent} not sent`,
    },
  ]
}
