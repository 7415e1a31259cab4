/** kill -9 in the midst of healing files from their other place: whatever was healed stands in the ledger, and what was ordered is done in the end. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Server, custodia, end, endAll, setUpWithToken, start } from '../bench/servers.ts'
import { hashSecret } from '../src/identity/secrets.ts'
import { openEmbedded } from '../src/platform/embedded.ts'
import { keyOf } from '../src/platform/files.ts'

const FILES = 120
const SIZE = 60_000
const LONG = 240_000
let folder: string
let database: Awaited<ReturnType<typeof openEmbedded>>
let owner: pg.Client
let env: NodeJS.ProcessEnv
const files: string[] = []
const pathOf = (sha256: string): string => join(folder, 'near', keyOf(sha256))
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'custodia-healing-'))
  database = await openEmbedded({ dataDir: join(folder, 'database') })
  env = {
    ...process.env,
    CUSTODIA_DATA: join(folder, 'data'),
    CUSTODIA_DATABASE_URL: database.appUrl,
    CUSTODIA_MIGRATE_URL: database.ownerUrl,
    CUSTODIA_FILES: join(folder, 'near'),
    CUSTODIA_FILES_SECOND: join(folder, 'far'),
    CUSTODIA_PORT: '0',
    CUSTODIA_LOG: 'error',
  }
  const token = await setUpWithToken(env)
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query('update identity.account set pin_hash = $1', [await hashSecret('246810')])
  const server = await start(env, 'serve', '--no-worker')
  for (let n = 0; n < FILES; n += 1) {
    const sent = await fetch(`${server.url}/api/files?name=${n}.bin`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
      body: randomBytes(SIZE),
    })
    files.push(((await sent.json()) as { sha256: string }).sha256)
  }
  await end(server, 'SIGINT')
  for (const sha256 of files) await writeFile(pathOf(sha256), 'broken')
}, LONG)
afterAll(async () => {
  await endAll()
  await owner?.end()
  await database?.stop()
  await rm(folder, { recursive: true, force: true })
})
/** What is whole again near by. */
async function healed(): Promise<string[]> {
  const sizes = await Promise.all(
    files.map((sha256) =>
      stat(pathOf(sha256)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return files.filter((_, i) => sizes[i] === SIZE)
}
/** Files of which an entry of the ledger says that they are to be healed, and those of which one says how that ended. */
async function told(): Promise<{ ordered: string[]; ended: string[] }> {
  const { rows } = await owner.query<{ ordered: string[]; ended: string[] }>(
    `select coalesce(array_agg(h.sha256) filter (where o.id is not null), '{}') as ordered, coalesce(array_agg(h.sha256) filter (where x.id is not null), '{}') as ended
       from archive.healing h join ledger.entry o on o.id = h.entry left join archive.healing_end e on e.healing = h.id left join ledger.entry x on x.id = e.entry`,
  )
  return rows[0] ?? { ordered: [], ended: [] }
}
async function unnamed(): Promise<string[]> {
  const whole = await healed()
  const { ordered } = await told()
  return whole.filter((sha256) => !ordered.includes(sha256))
}
/** Ended as soon as it has healed anything; one that only orders is left to finish. */
async function compareAndKill(): Promise<void> {
  const input = join(folder, 'heal.json')
  await writeFile(input, JSON.stringify({ heal: true, most: 5000 }))
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, '../bin/custodia.js'),
      'archive',
      'compare-places',
      '--input',
      input,
      '--pin-stdin',
    ],
    { env, stdio: ['pipe', 'ignore', 'inherit'] },
  )
  child.stdin.end('246810')
  while (child.exitCode === null && child.signalCode === null) {
    if ((await healed()).length > 3) child.kill('SIGKILL')
    await pause(5)
  }
}
const healer = (): Promise<Server> => start(env, 'worker', '--only', 'archive.heal-files')

test('J11 kill -9 in the midst: no file is healed that no entry names, and every order is carried out once', {
  timeout: LONG,
}, async () => {
  await compareAndKill()
  expect(await unnamed()).toEqual([])
  expect((await told()).ordered.length).toBe(FILES)
  const midway: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const { length: before } = await healed()
    const worker = await healer()
    while ((await healed()).length < Math.min(before + 5, FILES)) await pause(2)
    await end(worker, 'SIGKILL')
    expect(await unnamed()).toEqual([])
    midway.push((await told()).ended.length)
  }
  process.stdout.write(`orders ended when a worker was killed: ${midway.join(', ')} of ${FILES}\n`)
  expect(midway[0]).toBeLessThan(FILES)
  const last = await healer()
  while ((await told()).ended.length < FILES) await pause(50)
  await end(last, 'SIGINT')
  const { ordered, ended } = await told()
  expect([(await healed()).length, ordered.length, new Set(ended).size, ended.length]).toEqual(
    Array.from({ length: 4 }, () => FILES),
  )
  expect(JSON.parse(await custodia(env, ['verify', '--files', '--json']))).toMatchObject({ ok: true })
})
