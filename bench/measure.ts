/** Closed-loop timing, quantiles and the disk's own speed: what every figure of the bench is made with. */
import { closeSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const round = (n: number): number => Math.round(n * 100) / 100
const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0

export interface Timed {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly perSecond: number
}

/** `clients` callers, each asking again as soon as it was answered, for `seconds`; five calls before that are not counted. */
export async function timed(
  clients: number,
  seconds: number,
  work: (n: number, client: number) => Promise<unknown>,
): Promise<Timed> {
  const times: number[] = []
  let n = 0
  for (let i = 0; i < 5; i += 1) await work(n++, i % clients)
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

/** Resident memory of a process, less what it only shares with others (PSS), in MB. */
export function memoryMb(pid: number): number {
  const kb = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
  return Math.round(Number(kb) / 1024)
}
