/**
 * The PostgreSQL that comes with Custodia as a process: as whom it runs, with which settings, and the small shell
 * program that keeps it company, because a database must outlive neither its users nor a killed Node.
 */
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { chmodSync, closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { totalmem, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { CannotStart } from './config.ts'

const run = promisify(execFile)

/** Everything of one cluster lies in one folder, so that it can be moved and removed as one. */
export const placesOf = (home: string) => ({
  cluster: join(home, 'cluster'),
  roles: join(home, 'roles.json'),
  /** The launcher reads this pipe; whoever uses the cluster holds it open for writing. Nobody left: PostgreSQL stops. */
  hold: join(home, 'hold'),
  /** Holds the path of the folder with the socket. */
  sockets: join(home, 'sockets'),
  log: join(home, 'log'),
})

/** How PostgreSQL's programs are run: the words before them, and to whom (uid:gid) their files are given, if to anybody. */
interface LesserUser {
  readonly prefix: readonly string[]
  readonly owner?: string
}

/**
 * PostgreSQL refuses to run as root. A user namespace of its own makes root look like nobody to it, without any user
 * added, any file given away or any fixed path. Where the kernel or the container forbids that, the process really
 * becomes nobody (65534), and the cluster is given to it; a cluster that is somebody's already is run as that user.
 */
export async function lesserUser(native: string, home: string): Promise<LesserUser> {
  const ordinary = process.getuid?.() !== 0
  if (ordinary && hasName()) return { prefix: [] }
  const able = (prefix: readonly string[]): boolean => {
    const [program, ...rest] = [
      ...prefix,
      'sh',
      '-c',
      'test -w "$1" && "$2" --version',
      'sh',
      home,
      join(native, 'bin', 'postgres'),
    ]
    return spawnSync(program, rest, { stdio: 'ignore', cwd: '/' }).status === 0
  }
  const { uid, gid } = statSync(home)
  const namespace = ['unshare', '-U', '--map-user=65534', '--map-group=65534']
  if ((uid === 0 || ordinary) && able(namespace)) return { prefix: namespace }
  if (ordinary) return { prefix: [] }
  const [toUser, toGroup] = uid === 0 ? [65_534, 65_534] : [uid, gid]
  const owner = `${toUser}:${toGroup}`
  if (uid === 0) {
    chmodSync(dirname(home), 0o711) // to pass through, not to look
    await run('chown', ['-R', owner, home])
    if (existsSync(placesOf(home).roles)) await run('chown', ['0:0', placesOf(home).roles])
  }
  const prefix = ['setpriv', `--reuid=${toUser}`, `--regid=${toGroup}`, '--clear-groups']
  if (able(prefix)) return { prefix, owner }
  throw new CannotStart(
    `PostgreSQL does not run as root, and neither a user namespace nor the user ${toUser} can reach ${home}. Start Custodia as an ordinary user, or put CUSTODIA_DATA into a folder that everybody may enter.`,
    `PostgreSQL no corre como root, y ni un espacio de usuarios ni el usuario ${toUser} alcanzan ${home}. Inicie Custodia como usuario común, o ponga CUSTODIA_DATA en una carpeta a la que todos puedan entrar.`,
  )
}

/** Containers are often run under a number that /etc/passwd does not know, and initdb insists on a name. */
function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

/** In containers whose first process does not reap, a dead process stays listed as a zombie: it counts as dead. */
export function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return !/^[ZX]$/.test(stat.slice(stat.lastIndexOf(')') + 2).charAt(0))
  } catch {
    return false
  }
}

/** The postmaster that runs on a cluster, when it is alive and really that: process numbers are used again. */
export function postmasterOf(cluster: string): { pid: number; stopping: boolean } | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    if (!isAlive(pid) || !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(cluster)) return undefined
    return { pid, stopping: lines[7]?.trim() === 'stopping' }
  } catch {
    return undefined
  }
}

/**
 * The launcher. It takes the cluster's lock (the kernel frees it when the last process of the cluster is gone, so it
 * tells the truth after any crash, across containers and in spite of zombies), and only under it removes a stale
 * postmaster.pid. It starts PostgreSQL, starts it again when it dies by itself after having run for a while, and stops
 * it (fast shutdown) when nobody holds the pipe any more; before that it takes the address away, so that nobody joins
 * what is about to end. The shell itself reads the pipe: a helper that outlived it would look like a launcher.
 */
const launcher = `
set -u; umask 077
home=$1 sockets=$2 throwaway=$3; shift 3
exec 9>>"$home/lock"
flock -n 9 || exit 99
[ -p "$home/hold" ] || mkfifo -m 600 "$home/hold" || exit 98
rm -f "$home/cluster/postmaster.pid"
if [ -f "$home/sockets" ]; then old=$(cat "$home/sockets"); case $old in */custodia-pg-??????) rm -rf "$old" ;; esac; fi
printf %s "$sockets" >"$home/sockets.new" && mv "$home/sockets.new" "$home/sockets"
exec 8<"$home/hold"
stop= pg=
trap 'stop=1; [ -z "$pg" ] || kill -INT "$pg" 2>/dev/null' TERM INT HUP
( trap - TERM INT HUP; exec 9>&-
  while read -r nothing <&8; do :; done
  : >"$home/sockets"
  kill -TERM $$ 2>/dev/null || kill -INT "$(head -n 1 "$home/cluster/postmaster.pid")" 2>/dev/null ) &
watch=$!
tries=0
while [ -z "$stop" ]; do
  began=$(date +%s)
  "$@" </dev/null 8<&- &
  pg=$!
  code=0
  while kill -0 "$pg" 2>/dev/null; do [ -z "$stop" ] || kill -INT "$pg" 2>/dev/null; wait "$pg"; code=$?; done
  [ -z "$stop" ] || break
  # Killed, or ran for a while: again. Ended by itself at once: it says in the log why it cannot start.
  if [ "$code" -gt 128 ] || [ $(($(date +%s) - began)) -ge 10 ]; then tries=1; elif [ "$tries" -eq 0 ]; then break; else tries=$((tries + 1)); fi
  [ "$tries" -le 10 ] || break
  sleep 1
done
kill "$watch" 2>/dev/null
rm -rf "$sockets"
[ -z "$throwaway" ] || rm -rf "$throwaway"
[ -n "$stop" ]
`

/** Exit code of a launcher that found the cluster's lock taken. */
export const lockTaken = 99

export interface Launch {
  readonly native: string
  readonly home: string
  readonly sockets: string
  readonly durable: boolean
  /** A folder to remove at the end, for test clusters. */
  readonly throwaway?: string
  readonly settings: Readonly<Record<string, string>>
}

/** In a session of its own: a Ctrl-C on the terminal reaches Node alone, which drains before it lets PostgreSQL go. */
export async function launch(how: Launch): Promise<ChildProcess> {
  const at = placesOf(how.home)
  const { prefix, owner } = await lesserUser(how.native, how.home)
  if (owner) await run('chown', [owner, how.sockets])
  const settings = {
    ...ordinary(),
    ...how.settings,
    ...(how.durable ? lasting : fleeting),
    unix_socket_directories: how.sockets,
    listen_addresses: '',
  }
  const words = [join(how.native, 'bin', 'postgres'), '-D', at.cluster, '-p', String(port)]
  for (const [name, value] of Object.entries(settings)) words.push('-c', `${name}=${value}`)
  const command = [
    ...prefix,
    'sh',
    '-c',
    launcher,
    'custodia-postgres',
    how.home,
    how.sockets,
    how.throwaway ?? '',
    ...words,
  ]
  if (existsSync(at.log) && statSync(at.log).size > 20_000_000) truncateSync(at.log)
  const log = openSync(at.log, 'a', 0o600)
  const [program = '', ...rest] = command
  const child = spawn(program, rest, {
    stdio: ['ignore', log, log],
    cwd: '/',
    detached: true,
    env: environment(),
  })
  child.on('error', () => undefined) // seen as an exit by whoever waits for the database
  closeSync(log)
  child.unref()
  return child
}

/** Only a name within the socket folder: nothing listens on the network. */
export const port = 5432

/** What a court can rely on: an answer "done" is on the disk. Said on the command line, where no file overrides it. */
const lasting = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
/** For throw-away clusters alone. */
const fleeting = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

function ordinary(): Record<string, string> {
  const megabytes = Math.floor(totalmem() / 1_048_576)
  return {
    shared_buffers: `${Math.max(64, Math.min(1024, Math.floor(megabytes / 8)))}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(megabytes / 2))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_connections: '120',
    max_wal_size: '2GB',
    checkpoint_timeout: '10min',
    wal_compression: 'on',
    wal_level: 'minimal',
    max_wal_senders: '0',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %u ',
    max_stack_depth: '2MB',
  }
}

/** Nothing of ours (tokens, addresses, other PostgreSQL settings such as PGPORT) is handed to the database. */
export function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}

/** The end of the log, for the sentence that says why the database did not start. */
export function lastWords(home: string): string {
  try {
    const lines = readFileSync(placesOf(home).log, 'utf8').trim().split('\n')
    const fatal = lines.filter((line) => /FATAL|PANIC|could not|failed|denied/.test(line))
    return (fatal.length > 0 ? fatal : lines).slice(-2).join(' ')
  } catch {
    return ''
  }
}
