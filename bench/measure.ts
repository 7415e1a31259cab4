/** Closed-loop timing, quantiles, memory, starts and the disk's own speed: what every figure of the bench is made with. */
import { execFileSync, spawn } from 'node:child_process'
import { closeSync, existsSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const round = (n: number): number => Math.round(n * 100) / 100
export const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0

export interface Timed {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly perSecond: number
}

const WARM_MS = 1_000

/**
 * `clients` callers, each asking again as soon as it was answered, for `seconds`. A second of the same before that is not counted,
 * whoever is measured: a server is asked all day, and code that has just been loaded is not what people meet.
 */
export async function timed(
  clients: number,
  seconds: number,
  work: (n: number, client: number) => Promise<unknown>,
): Promise<Timed> {
  const times: number[] = []
  let n = 0
  const warm = performance.now() + WARM_MS
  for (let i = 0; i < 5 || performance.now() < warm; i += 1) await work(n++, i % clients)
  const since = performance.now()
  const end = since + seconds * 1000
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < end) {
        const before = performance.now()
        await work(n++, client)
        times.push(performance.now() - before)
      }
    }),
  )
  const elapsed = (performance.now() - since) / 1000
  times.sort((a, b) => a - b)
  return {
    p50: round(quantile(times, 0.5)),
    p95: round(quantile(times, 0.95)),
    p99: round(quantile(times, 0.99)),
    perSecond: Math.round(times.length / elapsed),
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

export interface Call {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Record<string, string>
  readonly body?: unknown
}

/** The plainest HTTP client, so that what is measured is the server; an answer that is no success is an error. */
export function http<T = Record<string, unknown>>(url: string, call: Call = {}): Promise<T> {
  const body = call.body === undefined ? undefined : JSON.stringify(call.body)
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        agent,
        method: call.method ?? (body === undefined ? 'GET' : 'POST'),
        headers: {
          ...call.headers,
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
        },
      },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8')
          if ((answer.statusCode ?? 500) >= 300) reject(new Error(`${url}: ${answer.statusCode} ${text}`))
          else resolve(JSON.parse(text) as T)
        })
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

/** Beside write figures, always the disk's own: the median time of a small flushed write. */
export function fsyncMs(): number {
  const path = join(tmpdir(), `custodia-fsync-${process.pid}`)
  const file = openSync(path, 'w')
  const times = Array.from({ length: 200 }, () => {
    const before = performance.now()
    writeSync(file, 'x'.repeat(8192))
    fdatasyncSync(file)
    return performance.now() - before
  }).sort((a, b) => a - b)
  closeSync(file)
  rmSync(path)
  return round(quantile(times, 0.5))
}

/** What `ps` shows: resident memory of a process, in MB. */
const residentMb = (pid: number): number => kb(pid, 'Rss') / 1024
/** The same with what several share counted once among them: the processes of PostgreSQL share their buffers. */
const shareMb = (pid: number): number => kb(pid, 'Pss') / 1024
const kb = (pid: number, what: string): number =>
  Number(new RegExp(`^${what}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1])

/** A server and the embedded cluster under `dataDir`, all its processes together. */
export function memoryOf(server: number, dataDir: string): { nodeMb: number; postgresMb: number } {
  const postmaster = execFileSync('ps', ['-eo', 'pid,args'])
    .toString()
    .split('\n')
    .filter((line) => line.includes(dataDir) && /^\s*\d+ \S*postgres -D/.test(line))
    .map((line) => Number.parseInt(line, 10))
    .at(-1)
  const children = postmaster
    ? readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim().split(/\s+/).map(Number)
    : []
  const postgres = postmaster ? [postmaster, ...children] : []
  return {
    nodeMb: Math.round(residentMb(server)),
    postgresMb: Math.round(postgres.reduce((sum, pid) => sum + (alive(pid) ? shareMb(pid) : 0), 0)),
  }
}
const alive = (pid: number): boolean => existsSync(`/proc/${pid}/smaps_rollup`)

export interface Started {
  readonly url: string
  /** What it said until then. */
  readonly said: string
  readonly pid: number
  readonly ms: number
  readonly stop: (signal: NodeJS.Signals) => Promise<void>
}

/** `custodia …` as anybody starts it; answers once it has said its address. */
export const startServer = (args: readonly string[], env: Record<string, string> = {}): Promise<Started> =>
  startProgram('../bin/custodia.js', args, env)

/** Starts a program of ours and waits until it has said its address. */
export async function startProgram(
  script: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Started> {
  const since = performance.now()
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}: ${said}`)))
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString()
      const at = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
      if (at) resolve(at[0])
    })
  })
  return {
    url,
    said,
    pid: child.pid ?? 0,
    ms: Math.round(performance.now() - since),
    stop: async (signal) => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill(signal)
      await gone
    },
  }
}
