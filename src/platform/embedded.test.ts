/** The embedded PostgreSQL through everything that happens to it: shared, killed, orphaned, met twice, given back. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { isAlive, placesOf, postmasterOf } from './embedded-process.ts'
import {
  type Embedded,
  type EmbeddedOptions,
  onDatabase,
  openEmbedded as reallyOpen,
  testCluster,
} from './embedded.ts'

// Databases are made, killed and recovered here: on a busy machine that takes its time, and time is not what is tested.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let dataDir = ''
let home = ''
const children: ChildProcess[] = []
const open = new Set<Embedded>()

/** Remembers what a test opened: one that fails half-way must not leave its database to those that follow. */
async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const opened = await reallyOpen(options)
  const remembered: Embedded = {
    ...opened,
    stop: () => {
      open.delete(remembered)
      return opened.stop()
    },
  }
  open.add(remembered)
  return remembered
}
afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
  for (const one of open) await one.stop().catch(() => undefined)
  await until(() => postmasterOf(placesOf(home).cluster) === undefined).catch(() => {
    for (const pid of processesOf(home)) process.kill(pid, 'SIGKILL')
  })
})
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'custodia-embedded-'))
  home = join(dataDir, 'postgres')
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

async function until(holds: () => boolean, seconds = 60): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !holds(); await pause(20)) {
    if (Date.now() > end) throw new Error(`Not within ${seconds} s: ${holds.toString()}`)
  }
}

async function ask<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

/** Another Node that holds the database and writes rows one by one; tells each number once it was confirmed. */
async function writer(): Promise<{ child: ChildProcess; confirmed: () => number }> {
  const program = `
    import pg from 'pg'
    import { openEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))}
    const { ownerUrl } = await openEmbedded({ dataDir: ${JSON.stringify(dataDir)}, as: 'serve' })
    const client = new pg.Client({ connectionString: ownerUrl })
    client.on('error', () => process.exit(9))
    await client.connect()
    await client.query('create table if not exists kept (n int primary key)')
    for (;;) {
      const { rows } = await client.query('insert into kept select coalesce(max(n), 0) + 1 from kept where n > 0 returning n')
      process.stdout.write(rows[0].n + '\\n')
    }`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  let last = 0
  child.stdout.on('data', (part: Buffer) => (last = Number(part.toString().trim().split('\n').at(-1))))
  await until(() => last > 20, 30)
  return { child, confirmed: () => last }
}

/** How far the unbroken row of numbers 1, 2, 3 … reaches that the writers wrote. */
async function keptIn(opened: Embedded): Promise<number> {
  const [row] = await ask<{ count: string; last: number }>(
    opened.ownerUrl,
    'select count(*), max(n) as last from kept where n > 0',
  )
  expect(Number(row?.count)).toBe(row?.last)
  return Number(row?.last)
}

test('the first use makes the database with three roles, and leaves nothing behind', async () => {
  const opened = await openEmbedded({ dataDir })
  const roles = await ask<{ rolname: string; rolsuper: boolean }>(
    opened.ownerUrl,
    `select rolname, rolsuper from pg_roles where rolname like 'custodia%' order by 1`,
  )
  expect(roles).toEqual([
    { rolname: 'custodia_app', rolsuper: false },
    { rolname: 'custodia_owner', rolsuper: false },
    { rolname: 'custodia_reader', rolsuper: false },
  ])
  await expect(ask(opened.appUrl, 'create table public.own (n int)')).rejects.toThrow(/permission denied/)
  await expect(ask(opened.readerUrl, 'create temporary table own (n int)')).rejects.toThrow(
    /read-only transaction/,
  )
  await ask(opened.ownerUrl, 'create extension pg_trgm')
  expect(
    await ask(
      opened.ownerUrl,
      `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'listen_addresses') order by 1`,
    ),
  ).toEqual([
    { name: 'data_checksums', setting: 'on' },
    { name: 'fsync', setting: 'on' },
    { name: 'full_page_writes', setting: 'on' },
    { name: 'listen_addresses', setting: '' },
    { name: 'synchronous_commit', setting: 'on' },
  ])
  const [collation] = await ask<{ provider: string; locale: string }>(
    opened.ownerUrl,
    `select datlocprovider as provider, datlocale as locale from pg_database where datname = 'custodia'`,
  )
  expect(collation).toEqual({ provider: 'i', locale: 'und' })
  const sockets = await readFile(placesOf(home).sockets, 'utf8')
  expect((await stat(sockets)).mode & 0o777).toBe(0o700)
  expect((await stat(placesOf(home).roles)).mode & 0o777).toBe(0o600)
  expect((await stat(dataDir)).mode & 0o077).toBe(0)
  const pid = postmasterOf(placesOf(home).cluster)?.pid ?? 0
  expect(isAlive(pid)).toBe(true)
  await opened.stop()
  expect(isAlive(pid)).toBe(false)
  expect(existsSync(sockets)).toBe(false)
})

test('one server per folder: a second is refused with a sentence, commands join, the last one out stops it', async () => {
  const server = await openEmbedded({ dataDir, as: 'serve' })
  const command = await openEmbedded({ dataDir })
  expect(command.ownerUrl).toBe(server.ownerUrl)
  await expect(openEmbedded({ dataDir, as: 'serve' })).rejects.toThrow(
    /^Another Custodia server already works on the data folder .*CUSTODIA_DATABASE_URL\.$/,
  )
  await server.stop()
  expect(await ask(command.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  const next = await openEmbedded({ dataDir, as: 'serve' })
  await next.stop()
  await command.stop()
  expect(postmasterOf(placesOf(home).cluster)).toBeUndefined()
})

test('Node killed with -9: PostgreSQL stops cleanly by itself, and every confirmed row is there', async () => {
  const { child, confirmed } = await writer()
  child.kill('SIGKILL')
  await once(child, 'exit')
  await until(() => postmasterOf(placesOf(home).cluster) === undefined)
  // PostgreSQL says so after it has taken its file away.
  await until(() => readFileSync(placesOf(home).log, 'utf8').trim().endsWith('database system is shut down'))
  const opened = await openEmbedded({ dataDir, as: 'serve' })
  expect(await keptIn(opened)).toBeGreaterThanOrEqual(confirmed())
  await opened.stop()
})

test('PostgreSQL killed with -9: it comes back while it is in use, with every confirmed row', async () => {
  const opened = await openEmbedded({ dataDir, as: 'serve' })
  await ask(opened.ownerUrl, 'create table if not exists kept (n int primary key)')
  await ask(opened.ownerUrl, 'insert into kept values (-1)')
  const pid = postmasterOf(placesOf(home).cluster)?.pid ?? 0
  process.kill(pid, 'SIGKILL')
  let rows: unknown
  await until(() => {
    void ask(opened.ownerUrl, 'select n from kept where n = -1').then(
      (found) => (rows = found),
      () => undefined,
    )
    return rows !== undefined
  })
  expect(rows).toEqual([{ n: -1 }])
  expect(postmasterOf(placesOf(home).cluster)?.pid).not.toBe(pid)
  // The claim to be the one server is renewed.
  await pause(1_500)
  await expect(openEmbedded({ dataDir, as: 'serve' })).rejects.toThrow(/Another Custodia server/)
  await opened.stop()
})

test('Node, launcher and PostgreSQL all killed with -9, and a stale postmaster.pid of a living stranger: it starts', async () => {
  const { child, confirmed } = await writer()
  child.kill('SIGKILL')
  for (const pid of processesOf(home)) process.kill(pid, 'SIGKILL')
  await until(() => processesOf(home).length === 0)
  const file = join(placesOf(home).cluster, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8')).split('\n')
  await writeFile(file, [String(process.pid), ...lines.slice(1)].join('\n'))
  const opened = await openEmbedded({ dataDir })
  expect(await keptIn(opened)).toBeGreaterThanOrEqual(confirmed())
  await opened.stop()
})

test('a launcher killed with -9 leaves an orphan: the next user ends it cleanly and starts anew', async () => {
  const { child } = await writer()
  const orphan = postmasterOf(placesOf(home).cluster)?.pid ?? 0
  const launchers = processesOf(home).filter((one) => command(one).includes('custodia-postgres'))
  expect(launchers.length).toBeGreaterThan(0)
  for (const pid of launchers) process.kill(pid, 'SIGKILL')
  child.kill('SIGKILL')
  // A signal is sent at once and arrives when the machine finds the time.
  await until(() => !launchers.some(isAlive))
  expect(isAlive(orphan)).toBe(true)
  const opened = await openEmbedded({ dataDir, as: 'serve' })
  expect(postmasterOf(placesOf(home).cluster)?.pid).not.toBe(orphan)
  expect(isAlive(orphan)).toBe(false)
  await opened.stop()
})

function command(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
/** Launcher, watch and postmaster of a folder. */
function processesOf(folder: string): number[] {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  return pids
    .filter(
      (pid) =>
        (pid !== process.pid && command(pid).includes(`${folder}\0`)) ||
        command(pid).includes(`${folder}/cluster`),
    )
    .filter(isAlive)
}

test('a database that could lose what it confirms is refused', async () => {
  const careless = await openEmbedded({ dataDir, durable: false })
  await expect(openEmbedded({ dataDir, as: 'serve' })).rejects.toThrow(/fsync=off/)
  await careless.stop()
  const opened = await openEmbedded({ dataDir })
  await ask(onDatabase(opened.superUrl, 'postgres'), 'alter role custodia_app set synchronous_commit = off')
  await expect(openEmbedded({ dataDir })).rejects.toThrow(/synchronous_commit=off/)
  await ask(onDatabase(opened.superUrl, 'postgres'), 'alter role custodia_app reset synchronous_commit')
  await opened.stop()
})

test('a cluster of another major version is refused with the way out', async () => {
  const file = join(placesOf(home).cluster, 'PG_VERSION')
  const before = await readFile(file, 'utf8')
  await writeFile(file, '17\n')
  await expect(openEmbedded({ dataDir })).rejects.toThrow(/made by PostgreSQL 17.*Make a backup/)
  await writeFile(file, before)
})

describe('several at once', () => {
  test('five who come first make and share one database', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'custodia-embedded-'))
    const opened = await Promise.all(
      Array.from({ length: 5 }, () => openEmbedded({ dataDir: folder, durable: false })),
    )
    expect(new Set(opened.map((one) => one.ownerUrl)).size).toBe(1)
    await Promise.all(opened.map((one) => one.stop()))
    expect(postmasterOf(placesOf(join(folder, 'postgres')).cluster)).toBeUndefined()
    expect(readdirSync(folder)).toEqual(['postgres'])
    await rm(folder, { recursive: true, force: true })
  })
})

test('a PostgreSQL that cannot start says why, and nothing keeps running', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'custodia-embedded-'))
  await expect(openEmbedded({ dataDir: folder, settings: { shared_buffers: 'plenty' } })).rejects.toThrow(
    /did not start: .*shared_buffers/,
  )
  await until(() => processesOf(join(folder, 'postgres')).length === 0, 5)
  await rm(folder, { recursive: true, force: true })
})

test('PostgreSQL 15, the oldest that we promise, runs as a throw-away cluster and leaves no folder', async () => {
  const cluster = await testCluster({ packageName: 'pg15' })
  const [row] = await ask<{ version: string }>(
    cluster.ownerUrl,
    `select current_setting('server_version_num') as version`,
  )
  expect(row?.version).toMatch(/^15\d{4}$/)
  const [socket] = await ask<{ at: string }>(
    cluster.superUrl,
    `select current_setting('data_directory') as at`,
  )
  await cluster.stop()
  expect(existsSync(socket?.at ?? '/')).toBe(false)
})
