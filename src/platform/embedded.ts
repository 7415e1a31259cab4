/**
 * The embedded PostgreSQL of a data folder: made on first use, started when nobody runs it, shared while somebody does,
 * stopped when the last user goes. Nothing to install by hand and nothing listening on the network.
 *
 *   openEmbedded({ dataDir, as?, durable?, settings? }) → { ownerUrl, appUrl, readerUrl, superUrl, stop() }
 *   testCluster({ packageName? }) → the same, on a throw-away cluster without fsync, gone after stop()
 *   onDatabase(url, name) → the same address with another database
 *
 * The addresses are strings for `pg`: new pg.Client({ connectionString: url }). The host is a Unix socket folder:
 * postgresql://user:password@localhost/custodia?host=FOLDER&port=5432 (`host` wins over `localhost`, as in libpq).
 * `as: 'serve'` is the one server of the folder: a second is refused with a sentence (CannotStart). Everybody else is a
 * 'command' (the default): it joins a running PostgreSQL, or starts and stops its own. End all pools before stop().
 */
import { closeSync, constants, existsSync, openSync } from 'node:fs'
import { access, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { CannotStart } from './config.ts'
import { binariesOf, makeCluster, readPasswords } from './embedded-cluster.ts'
import {
  type Launch,
  lastWords,
  launch,
  lockTaken,
  placesOf,
  port,
  postmasterOf,
} from './embedded-process.ts'

export interface Embedded {
  /** Owns the schema: migrations, backups. */
  readonly ownerUrl: string
  /** What the server works as: can neither change nor remove what is only added to. */
  readonly appUrl: string
  /** Reads only. */
  readonly readerUrl: string
  /** The cluster's superuser on its database `postgres`; for making test databases, never for work. */
  readonly superUrl: string
  /** Lets go; PostgreSQL stops when nobody else holds it, and then this waits for its clean end. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  readonly dataDir: string
  readonly as?: 'serve' | 'command'
  /** False gives up every promise about crashes; only for data that can be made again. */
  readonly durable?: boolean
  /** More PostgreSQL settings, such as { work_mem: '64MB' }. */
  readonly settings?: Readonly<Record<string, string>>
}

export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(options.dataDir)
  const home = join(dataDir, 'postgres')
  const durable = options.durable ?? true
  await makeFolder(dataDir)
  const native = await binariesOf()
  if (!existsSync(placesOf(home).cluster)) await makeCluster(native, home, durable)
  await refuseOtherMajor(native, home)
  const joined = await joinCluster(
    { native, home, durable, settings: options.settings ?? {} },
    options.as === 'serve' ? SERVER_WAITS_MS : COMMAND_WAITS_MS,
  )
  try {
    if (durable) await refuseFleeting(joined.appUrl)
    const release = options.as === 'serve' ? await claimServe(joined.ownerUrl, dataDir) : undefined
    return {
      ...joined,
      stop: async () => {
        await release?.()
        await joined.stop()
      },
    }
  } catch (error) {
    await joined.stop()
    throw error
  }
}

/** One per test run; `packageName` runs another major version, such as 'pg15'. */
export async function testCluster(
  options: { packageName?: string; settings?: Readonly<Record<string, string>> } = {},
): Promise<Embedded> {
  const dir = await mkdtemp(join(tmpdir(), 'custodia-test-'))
  const home = join(dir, 'postgres')
  const settings = { autovacuum: 'off', shared_buffers: '128MB', max_connections: '200', ...options.settings }
  try {
    const native = await binariesOf(options.packageName)
    await makeCluster(native, home, false)
    const joined = await joinCluster(
      { native, home, durable: false, throwaway: dir, settings },
      COMMAND_WAITS_MS,
    )
    return {
      ...joined,
      stop: async () => {
        await joined.stop()
        await rm(dir, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await rm(dir, { recursive: true, force: true })
    throw error
  }
}

export function onDatabase(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${encodeURIComponent(database)}`
  return address.href
}

async function makeFolder(dataDir: string): Promise<void> {
  try {
    if (!existsSync(dataDir)) await mkdir(dataDir, { recursive: true, mode: 0o700 })
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    const { roles } = placesOf(join(dataDir, 'postgres'))
    await access(roles, constants.R_OK | constants.W_OK).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
  } catch (cause) {
    const why = (cause as Error).message
    throw new CannotStart(
      `The data folder ${dataDir} cannot be used (${why}). Start Custodia as the user whom it belongs to, or set CUSTODIA_DATA to a folder that you may write to.`,
      `No se puede usar la carpeta de datos ${dataDir} (${why}). Inicie Custodia como el usuario al que pertenece, o ponga en CUSTODIA_DATA una carpeta donde pueda escribir.`,
      { cause },
    )
  }
}

/** A cluster can only be read by the major version that made it. */
async function refuseOtherMajor(native: string, home: string): Promise<void> {
  const made = (await readFile(join(placesOf(home).cluster, 'PG_VERSION'), 'utf8')).trim()
  const bootstrap = await readFile(join(native, 'share', 'postgresql', 'postgres.bki'), 'utf8')
  const ours = /^# PostgreSQL (\d+)/.exec(bootstrap)?.[1]
  if (made === ours) return
  throw new CannotStart(
    `The database under ${home} was made by PostgreSQL ${made}, and this Custodia brings ${ours}. Make a backup with the Custodia that you had, and restore it here.`,
    `La base de datos en ${home} fue hecha por PostgreSQL ${made}, y esta Custodia trae ${ours}. Haga un respaldo con la Custodia anterior y restáurelo aquí.`,
  )
}

type Plan = Omit<Launch, 'sockets'>

/** Joins the PostgreSQL of the folder, or starts it; whoever comes first starts, all others join. */
async function joinCluster(plan: Plan, waitsMs: number): Promise<Embedded> {
  const at = placesOf(plan.home)
  const passwords = await readPasswords(plan.home)
  const attempt: Attempt = { plan, hold: undefined, exit: null, nextLaunch: 0 }
  let deadline = Date.now() + 60_000
  for (;;) {
    attempt.hold ??= takeHold(at.hold)
    const host =
      attempt.hold === undefined ? undefined : await readFile(at.sockets, 'utf8').catch(() => undefined)
    const urlFor = (role: keyof typeof passwords, database: string) =>
      `postgresql://${role}:${passwords[role]}@localhost/${database}?host=${encodeURIComponent(host ?? '')}&port=${port}`
    const state = host ? await probe(urlFor('custodia_owner', 'custodia')) : 'down'
    // The address is taken away before the end begins: what stands there still will stay.
    if (state === 'up' && host === (await readFile(at.sockets, 'utf8').catch(() => ''))) {
      return {
        ownerUrl: urlFor('custodia_owner', 'custodia'),
        appUrl: urlFor('custodia_app', 'custodia'),
        readerUrl: urlFor('custodia_reader', 'custodia'),
        superUrl: urlFor('postgres', 'postgres'),
        stop: () => letGo(plan.home, attempt.hold, host ?? '', waitsMs),
      }
    }
    // Replaying what a crash left can take long: as long as PostgreSQL says that it is at it, we wait.
    if (state === 'starting') deadline = Date.now() + 60_000
    else await launchIfNeeded(attempt)
    if (Date.now() > deadline) throw failed(attempt, `no answer within a minute. ${lastWords(plan.home)}`)
    await pause(20)
  }
}

interface Attempt {
  readonly plan: Plan
  /** The open end of the pipe that keeps PostgreSQL running. */
  hold: number | undefined
  /** How our own launcher ended; null: none is running; undefined: it runs. */
  exit: number | null | undefined
  nextLaunch: number
}

/** Undefined when no launcher reads the pipe (ENXIO), or none ever did. */
function takeHold(path: string): number | undefined {
  try {
    return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENXIO' || code === 'ENOENT') return undefined
    throw error
  }
}

async function launchIfNeeded(attempt: Attempt): Promise<void> {
  const { plan } = attempt
  if (attempt.exit === undefined) return
  if (attempt.exit === lockTaken) stopOrphan(plan.home)
  else if (attempt.exit !== null && attempt.exit !== 0) throw failed(attempt, lastWords(plan.home))
  if (Date.now() < attempt.nextLaunch) return
  const sockets = await makeSocketFolder()
  attempt.exit = undefined
  const child = await launch({ ...plan, sockets })
  const ended = (code: number | null) => {
    attempt.exit = code ?? 1
    attempt.nextLaunch = Date.now() + 250
    void rm(sockets, { recursive: true, force: true })
  }
  child.once('exit', ended)
  child.once('error', () => ended(1))
}

/** The lock is taken but nobody reads the pipe: the launcher was killed and left its PostgreSQL behind. */
function stopOrphan(home: string): void {
  const at = placesOf(home)
  const reader = takeHold(at.hold)
  if (reader !== undefined) closeSync(reader)
  else {
    const orphan = postmasterOf(at.cluster)
    if (orphan && !orphan.stopping) process.kill(orphan.pid, 'SIGINT')
  }
}

function failed(attempt: Attempt, why: string): CannotStart {
  if (attempt.hold !== undefined) closeSync(attempt.hold)
  const { log } = placesOf(attempt.plan.home)
  return new CannotStart(
    `The embedded database did not start: ${why} (more in ${log})`,
    `La base de datos incluida no arrancó: ${why} (más en ${log})`,
  )
}

/** A socket's path may have 107 bytes at most (unix(7)); a long temporary folder gives way to /tmp. */
async function makeSocketFolder(): Promise<string> {
  const longest = Buffer.byteLength(`/custodia-pg-XXXXXX/.s.PGSQL.${port}.lock`)
  const parent = Buffer.byteLength(tmpdir()) + longest < 107 ? tmpdir() : '/tmp'
  return mkdtemp(join(parent, 'custodia-pg-')) // mkdtemp makes it 0700
}

type State = 'up' | 'starting' | 'down'
async function probe(url: string): Promise<State> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return 'up'
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === '53300') return 'up' // too many connections: it is there
    if (code === '28P01' || code === '3D000') throw error
    return code === '57P03' ? 'starting' : 'down'
  }
}

/** How long PostgreSQL may take to begin its end before we believe that somebody else holds it: on a busy machine, seconds. */
const SERVER_WAITS_MS = 8_000
const COMMAND_WAITS_MS = 700

/** After a clean end nothing is left: no process, no socket. When others still hold it, it goes on for them. */
async function letGo(
  home: string,
  hold: number | undefined,
  sockets: string,
  waitsMs: number,
): Promise<void> {
  const { cluster } = placesOf(home)
  if (hold !== undefined) closeSync(hold)
  const since = Date.now()
  for (;;) {
    const postmaster = postmasterOf(cluster)
    if (!postmaster && (!existsSync(sockets) || Date.now() - since > 5_000)) return
    if (postmaster && !postmaster.stopping && Date.now() - since > waitsMs) return
    await pause(20)
  }
}

/** On the application's own connection: a setting can also hang on a role or a database. */
async function refuseFleeting(appUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: appUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting <> 'on'`,
    )
    const [off] = rows
    if (!off) return
    throw new CannotStart(
      `The embedded database runs with ${off.name}=${off.setting}: what it confirms could be lost in a crash. Stop what runs it that way, and start again.`,
      `La base de datos incluida corre con ${off.name}=${off.setting}: lo que confirma podría perderse en una caída. Detenga lo que la hace correr así y vuelva a iniciar.`,
    )
  } finally {
    await client.end()
  }
}

const serveLock = 7_236_584

/**
 * The claim to be the one server is an advisory lock on a connection of its own: the database frees it when the
 * process dies, however it dies. After a crash of PostgreSQL itself the claim is renewed.
 */
async function claimServe(ownerUrl: string, dataDir: string): Promise<() => Promise<void>> {
  let done = false
  let client: pg.Client | undefined
  const claim = async (): Promise<boolean> => {
    const next = new pg.Client({
      connectionString: ownerUrl,
      application_name: `custodia serve ${process.pid}`,
      keepAlive: true,
    })
    next.on('error', () => undefined)
    next.once('end', () => void renew())
    await next.connect()
    const { rows } = await next.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [serveLock])
    if (!rows[0]?.got) {
      next.removeAllListeners('end')
      await next.end()
      return false
    }
    client = next
    return true
  }
  const renew = async (): Promise<void> => {
    while (!done) {
      await pause(1_000, undefined, { ref: false })
      if (done || (await claim().catch(() => false))) return
    }
  }
  // A server that was just told to stop may still be draining.
  for (const until = Date.now() + 3_000; !(await claim()); await pause(100)) {
    if (Date.now() < until) continue
    throw new CannotStart(
      `Another Custodia server already works on the data folder ${dataDir}. Stop it first, or give this one a folder of its own with CUSTODIA_DATA; several servers together need CUSTODIA_DATABASE_URL.`,
      `Otro servidor de Custodia ya trabaja con la carpeta de datos ${dataDir}. Deténgalo primero, o dele a este su propia carpeta con CUSTODIA_DATA; varios servidores juntos necesitan CUSTODIA_DATABASE_URL.`,
    )
  }
  return async () => {
    done = true
    await client?.end()
  }
}
