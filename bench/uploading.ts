/** A large file sent as the browser sends it, beside the least that could be done with it: its bytes flushed to the same disk, and its SHA-256 made. */
import { createHash, randomBytes } from 'node:crypto'
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { quantile, round } from './measure.ts'

export interface Uploaded {
  readonly megabytes: number
  /** Seconds for the whole file, the median of several. */
  readonly seconds: number
  /** The same bytes written and flushed, and hashed, one after the other in one process. */
  readonly rawSeconds: number
  readonly ratio: number
  readonly megabytesPerSecond: number
}
const MB = 64
const PIECE = 1 << 20
const ROUNDS = 5

export async function uploads(
  url: string,
  headers: Record<string, string>,
  dataDir: string,
): Promise<Uploaded> {
  const sent: number[] = []
  const raw: number[] = []
  for (let round_ = 0; round_ < ROUNDS; round_ += 1) {
    const bytes = randomBytes(MB * PIECE)
    raw.push(written(bytes, join(dataDir, 'raw')))
    const since = performance.now()
    await post(`${url}/api/files?name=film.bin`, headers, bytes)
    sent.push((performance.now() - since) / 1000)
  }
  const middle = (times: number[]): number =>
    quantile(
      times.toSorted((a, b) => a - b),
      0.5,
    )
  const [seconds, rawSeconds] = [middle(sent), middle(raw)]
  return {
    megabytes: MB,
    seconds: round(seconds),
    rawSeconds: round(rawSeconds),
    ratio: round(seconds / rawSeconds),
    megabytesPerSecond: Math.round(MB / seconds),
  }
}

function written(bytes: Buffer, path: string): number {
  const since = performance.now()
  const file = openSync(path, 'w')
  const hash = createHash('sha256')
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE)
    writeSync(file, piece)
    hash.update(piece)
  }
  fdatasyncSync(file)
  hash.digest()
  closeSync(file)
  const took = (performance.now() - since) / 1000
  rmSync(path)
  return took
}

const agent = new Agent({ keepAlive: true })
function post(url: string, headers: Record<string, string>, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        agent,
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/octet-stream', 'content-length': bytes.length },
      },
      (answer) => {
        answer.resume()
        answer.on('end', () =>
          answer.statusCode === 201 ? resolve() : reject(new Error(`${url}: ${answer.statusCode}`)),
        )
      },
    )
    asked.on('error', reject)
    asked.end(bytes)
  })
}
