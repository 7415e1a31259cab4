/** The command line as an administrator meets it: real processes on a folder of their own, from the first start to a restored copy. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import pg from 'pg'
import { makeRegistry } from '../src/app/registry.ts'
import { onDatabase, openEmbedded } from '../src/platform/embedded.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
const bin = join(import.meta.dirname, '../bin/custodia.js')
let folder: string
let data: string
const servers: ChildProcess[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'custodia-line-'))
  data = join(folder, 'data')
})
afterAll(async () => {
  for (const child of servers) if (child.exitCode === null) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

interface Said {
  readonly code: number | null
  readonly out: string
  readonly err: string
}
const environment = (more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: folder,
  LANG: 'C.UTF-8',
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
  CUSTODIA_DATA: data,
  CUSTODIA_PORT: '0',
  ...more,
})
function custodia(
  args: readonly string[],
  how: { input?: string; env?: Record<string, string> } = {},
): Promise<Said> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...args], { env: environment(how.env), stdio: 'pipe' })
    let [out, err] = ['', '']
    child.stdout.on('data', (part: Buffer) => (out += part.toString()))
    child.stderr.on('data', (part: Buffer) => (err += part.toString()))
    child.stdin.end(how.input ?? '')
    child.once('close', (code) => resolve({ code, out, err }))
  })
}
const json = (said: Said): Record<string, unknown> => JSON.parse(said.out) as Record<string, unknown>

/** Starts the server and waits for the line with its address. */
async function serve(): Promise<{
  child: ChildProcess
  out: () => string
  err: () => string
  url: string
  ms: number
}> {
  const since = Date.now()
  const child = spawn(process.execPath, [bin, 'serve'], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  servers.push(child)
  let [out, err] = ['', '']
  child.stdout.on('data', (part: Buffer) => (out += part.toString()))
  child.stderr.on('data', (part: Buffer) => (err += part.toString()))
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      // What follows the address says how to sign in: only then has it said everything.
      const found = /ready at (http:\/\/127\.0\.0\.1:\d+)\n[^\n]+\n/.exec(out)?.[1]
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(`${out}${err}`)))
  })
  return { child, out: () => out, err: () => err, url, ms: Date.now() - since }
}
const ctrlC = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    // Not 'exit': its last words may still be on their way.
    child.once('close', (code) => resolve(code))
    child.kill('SIGINT')
  })

test('a first start says what it does, where it is, and how to sign in; Ctrl-C ends it cleanly; nothing else is printed', async () => {
  const first = await serve()
  const lines = first.out().trimEnd().split('\n')
  expect(lines[0]).toBe('Making the database, once; this takes a moment …')
  expect(lines[1]).toBe(`Custodia is ready at ${first.url}`)
  expect(lines[2]).toMatch(
    /^First start: open http:\/\/127\.0\.0\.1:\d+\/set-up and give this word when asked: \S{12}$/,
  )
  expect(lines).toHaveLength(3)
  expect(await (await fetch(`${first.url}/api/health`)).json()).toMatchObject({ status: 'ok' })
  expect(await ctrlC(first.child)).toBe(0)
  const told = first.err().trimEnd().split('\n').filter(Boolean)
  expect(told).toContain('Ending …')
  for (const line of told.filter((one) => one !== 'Ending …'))
    expect(JSON.parse(line)).toMatchObject({ level: 30, msg: 'answered' })
})

test('set-up, people, tokens and acts by their own names', async () => {
  const word = 'three green parrots sing'
  const ready = await custodia(
    ['setup', '--name', 'NFSS', '--admin', 'root', '--password-stdin', '--lab', 'belize'],
    { input: `${word}\n` },
  )
  expect(ready).toMatchObject({ code: 0, err: '' })
  expect(ready.out).toMatch(/^Ready\. root may sign in at http/)
  const twice = await custodia(
    ['setup', '--name', 'NFSS', '--admin', 'root', '--password-stdin', '--lab', 'empty'],
    {
      input: word,
    },
  )
  expect(twice).toMatchObject({ code: 1, err: 'This installation has been set up already. Sign in.\n' })
  const spanish = await custodia(
    ['setup', '--name', 'NFSS', '--admin', 'root', '--password-stdin', '--lab', 'empty'],
    {
      input: word,
      env: { LANG: 'es_BZ.UTF-8' },
    },
  )
  expect(spanish.err).toBe('Esta instalación ya está configurada. Inicie sesión.\n')

  const ana = await custodia(
    [
      'user',
      'add',
      'ana',
      '--role',
      'analyst',
      '--unit',
      'CHEM',
      '--full-name',
      'Ana Lisbey',
      '--password-stdin',
      '--json',
    ],
    { input: 'another long phrase here' },
  )
  expect(json(ana)).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  const short = await custodia(['user', 'add', 'ben', '--role', 'analyst', '--password-stdin'], {
    input: 'password',
  })
  expect(short.code).toBeGreaterThan(0)
  expect(short.err.trim()).not.toBe('')
  const token = json(await custodia(['token', 'add', '--user', 'ana', '--scopes', '*', '--json']))
    .token as string
  expect(token.length).toBeGreaterThan(30)

  await writeFile(join(folder, 'unit.json'), JSON.stringify({ limit: 5 }))
  const units = json(
    await custodia(['identity', 'list-units', '--input', join(folder, 'unit.json'), '--as', 'ana', '--json']),
  ) as { items: unknown[] }
  expect(units.items).toHaveLength(5)
  const refused = await custodia(['identity', 'add-unit', '--input', '-', '--as', 'ana'], {
    input: '{"name":"x"}',
  })
  expect(refused.code).toBe(2)
  expect(refused.err).toContain('code:')
})

test('a second start is quick and says less; a second server on the folder is refused with a sentence', async () => {
  const again = await serve()
  expect(again.out().trimEnd().split('\n')).toEqual([
    `Custodia is ready at ${again.url}`,
    'Sign in there with your user name. Ctrl-C ends it.',
  ])
  // The promise is five seconds on a machine of its own; what runs beside a test run is not ours to know.
  expect(again.ms).toBeLessThan(20_000)
  const other = await custodia(['serve'])
  expect(other).toMatchObject({ code: 1, out: '' })
  expect(other.err).toMatch(/^Another Custodia server already works on the data folder .*\n$/)
  // A command joins while the server runs.
  const doctor = await custodia(['doctor', '--json'])
  expect(json(doctor)).toMatchObject({
    checks: expect.arrayContaining([
      expect.objectContaining({ what: 'database', ok: true }),
      expect.objectContaining({ what: 'set-up', ok: true }),
    ]),
    entries: expect.any(Number),
    treeSize: expect.any(Number),
    files: 0,
  })
  expect(await ctrlC(again.child)).toBe(0)
})

test('an export is verified by the key alone; a changed one is not', async () => {
  const out = join(folder, 'out')
  const receipt = json(await custodia(['export', 'ledger', '--out', out, '--json'])) as { leaves: number }
  expect(receipt.leaves).toBeGreaterThan(50)
  const file = join(out, 'ledger.ndjson')
  const key = (JSON.parse((await readFile(file, 'utf8')).split('\n', 1)[0] as string) as { vkey: string })
    .vkey
  const good = await custodia(['verify', file, '--key', key, '--json'])
  expect(good.code).toBe(0)
  expect(json(good)).toMatchObject({ ok: true, treeSize: receipt.leaves, problems: [] })
  await writeFile(file, (await readFile(file, 'utf8')).replace('identity.add-person', 'identity.add-persom'))
  const bad = await custodia(['verify', file, '--key', key, '--json'])
  expect(bad.code).toBe(1)
  expect((json(bad).problems as unknown[]).length).toBeGreaterThan(0)
})

test('verification ends with 0, with 1 and the names of what is wrong, and with 2 for wrong usage', async () => {
  const good = await custodia(['verify', '--json'])
  expect(good.code).toBe(0)
  expect(json(good)).toMatchObject({
    ok: true,
    entries: expect.any(Number),
    treeSize: expect.any(Number),
    root: expect.stringMatching(/^[0-9a-f]{64}$/),
    problems: [],
  })
  expect((await custodia(['verify'])).out).toMatch(
    /^Verified: \d+ entries, tree of \d+, root [0-9a-f]{64}\n$/,
  )
  const database = await openEmbedded({ dataDir: data })
  const superuser = new pg.Client({ connectionString: onDatabase(database.superUrl, 'custodia') })
  await superuser.connect()
  await superuser.query(
    `set session_replication_role = replica; update identity.person set name = name || 'x' where name = 'Ana Lisbey'`,
  )
  const bad = await custodia(['verify', '--json'])
  expect(bad.code).toBe(1)
  expect(json(bad).problems).toEqual([
    {
      kind: 'row-changed',
      table: 'identity.person',
      row: expect.any(String),
      entry: expect.any(String),
      subject: expect.stringMatching(/^identity\.person\//),
      detail: expect.any(String),
    },
  ])
  const words = await custodia(['verify'])
  expect(words.code).toBe(1)
  expect(words.out).toContain('row-changed')
  await superuser.query(`update identity.person set name = left(name, -1) where name = 'Ana Lisbeyx'`)
  await superuser.end()
  await database.stop()
  expect((await custodia(['verify', '--checkpoint', '/nowhere/at/all'])).code).toBeGreaterThan(0)
  expect((await custodia(['verify', '--no-such-option'])).code).toBe(2)
})

test('a copy is kept and comes back whole; a damaged one does not', async () => {
  const copy = join(folder, 'copy')
  const kept = json(await custodia(['backup', copy, '--json']))
  expect(kept).toMatchObject({
    tables: expect.any(Number),
    rows: expect.any(Number),
    files: 0,
    entries: expect.any(Number),
    root: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  const elsewhere = { env: { CUSTODIA_DATA: join(folder, 'restored') } }
  expect(json(await custodia(['restore', copy, '--json'], elsewhere))).toEqual(kept)
  expect(json(await custodia(['verify', '--json'], elsewhere))).toMatchObject({ ok: true, root: kept.root })
  await appendFile(join(copy, 'tables', 'identity.person.csv'), '\n')
  const damaged = await custodia(['restore', copy], { env: { CUSTODIA_DATA: join(folder, 'third') } })
  expect(damaged.code).toBe(1)
  expect(damaged.err).toBe('The part identity.person of the copy is damaged. Take another copy.\n')
  const full = await custodia(['restore', copy])
  expect(full.code).toBe(1)
})

describe.concurrent('wrong usage', () => {
  test.each([
    [['no-such-command']],
    [['identity', 'no-such-operation']],
    [['user', 'add']],
    [['backup']],
    [['import', 'cases']],
    [['serve', '--no-such-option']],
  ])('%j ends with 2 and shows how it is meant', async (args) => {
    const said = await custodia(args, { env: { CUSTODIA_DATA: join(folder, 'never') } })
    expect(said.code).toBe(2)
    expect(said.err).toMatch(/error:|Usage:/)
    expect(existsSync(join(folder, 'never'))).toBe(false)
  })
  test('a wrong variable stops the start with one sentence that names it', async () => {
    const said = await custodia(['serve'], { env: { CUSTODIA_PORT: '99999' } })
    expect(said).toEqual({
      code: 1,
      out: '',
      err: expect.stringMatching(/^CUSTODIA_PORT .* expected [^\n]+\n$/),
    })
  })
})

test('every command and every module explains itself', async () => {
  const modules = [
    ...new Set([...makeRegistry().operations.keys()].map((name) => name.split('.')[0] as string)),
  ]
  const { out } = await custodia(['--help'])
  const commands = [
    'serve',
    'worker',
    'migrate',
    'doctor',
    'demo',
    'setup',
    'user',
    'token',
    'import',
    'export',
    'verify',
    'backup',
    'restore',
    'accept-loss',
    'lab',
    ...modules,
  ]
  for (const command of commands) expect(out, command).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'))
  await Promise.all(
    ['serve', 'verify', 'restore', 'lab', modules[0] as string].map(async (command) => {
      const help = await custodia([command, '--help'])
      expect(help).toMatchObject({ code: 0, err: '' })
      expect(help.out).toContain(`Usage: custodia ${command}`)
    }),
  )
})
