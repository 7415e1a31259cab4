/** `custodia doctor`: the state of the installation in plain words, for whoever is called at night. */
import { statfs } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { lastHeadIn } from '#ledger/heads.ts'
import { sql } from '#platform/sql.ts'
import type { Installation } from './installation.ts'
import { isSetUp } from './setup.ts'
import { webFolder } from './web.ts'

export interface Check {
  readonly what: string
  readonly ok: boolean
  readonly says: string
}

export async function examine(installation: Installation): Promise<{ ok: boolean; checks: Check[] }> {
  const { db, config, ground } = installation
  const checks: Check[] = []
  const add = (what: string, ok: boolean, says: string): void => void checks.push({ what, ok, says })
  const version = await db.direct.one<{ version: string }>(
    sql`select current_setting('server_version') as version`,
  )
  add(
    'database',
    true,
    `PostgreSQL ${version.version}, ${config.databaseUrl ? 'outside' : 'embedded: for demonstrations and small offices; a maintained cluster is better for a service'}`,
  )
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    const { value } = await db.direct.one<{ value: string }>(sql`select current_setting(${setting}) as value`)
    add(setting, value !== 'off', value)
  }
  add(
    'set-up',
    await isSetUp(ground),
    (await isSetUp(ground)) ? 'done' : 'not yet: start the server and open the address that it prints',
  )
  const disk = await statfs(config.dataDir)
  const freeGb = Math.round((disk.bavail * disk.bsize) / 1e9)
  add(
    'disk',
    disk.bavail / disk.blocks > 0.15,
    `${freeGb} GB free (${Math.round((100 * disk.bavail) / disk.blocks)} %)`,
  )
  const pending = await db.direct.one<{ n: number }>(sql`select count(*)::int as n from ledger.pending`)
  add('ledger', pending.n < 10_000, `${pending.n} entries wait for a position in the tree`)
  const late = await db.direct.maybe<{ made_at: string; size: number }>(
    sql`select made_at, size from ledger.checkpoint order by size desc limit 1`,
  )
  add('checkpoint', true, late ? `${late.size} entries, signed ${late.made_at}` : 'none yet')
  const kept = await lastHeadIn(ground.house.keysFolder)
  const there =
    kept &&
    (await db.direct.maybe(
      sql`select 1 from ledger.checkpoint where origin = ${kept.origin} and size = ${kept.size} and note = ${kept.note}`,
    ))
  add(
    'newest head',
    !kept || there !== undefined,
    !kept
      ? 'none is kept in the key folder yet'
      : there
        ? `that of ${kept.size} entries is in the database and in the key folder`
        : `the head of ${kept.size} entries was signed here and is not in the database: it is older than it was, or was changed. Run custodia verify; where it was brought back from an older copy, custodia accept-loss states what is lost`,
  )
  const failed = await db.direct.one<{ n: number }>(
    sql`select count(*)::int as n from graphile_worker.jobs where attempts >= max_attempts`,
  )
  add(
    'jobs',
    failed.n === 0,
    failed.n === 0 ? 'none has failed for good' : `${failed.n} have failed for good`,
  )
  add('web', existsSync(webFolder), existsSync(webFolder) ? 'built' : 'not built: npm start builds it')
  const tesseract = await promisify(execFile)('tesseract', ['--version']).then(
    () => true,
    () => false,
  )
  add(
    'recognition',
    true,
    tesseract ? 'tesseract is installed' : 'tesseract is not installed: the packaged engine would be used',
  )
  return { ok: checks.every((c) => c.ok), checks }
}
