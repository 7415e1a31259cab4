/** The ledger as whoever checks it meets it: an export verified by the stand-alone program, its rate a second on one core. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface File {
  readonly name: string
  readonly size: number
  readonly begin: Uint8Array
  readonly bytes: () => Promise<Uint8Array>
  readonly chunks: () => AsyncIterable<Uint8Array>
}
type Verify = (
  tools: unknown,
  files: readonly File[],
  how: { vkey: string },
) => Promise<{ ok: boolean; entries: number; rows: number }>

export interface Verified {
  /** Hashes, chains and tree, covered rows left out. */
  readonly entries: number
  readonly entriesPerSecond: number
  /** Covered rows are digested beside; what the whole took, per line of either kind. */
  readonly rows: number
  readonly linesPerSecond: number
}
const PASSES = 4
const PIECE = 1 << 20

/** Exports the ledger of an installation that nobody serves, and verifies it; the first pass warms the machine up, the best counts. */
export async function verified(dataDir: string): Promise<Verified> {
  const out = join(dataDir, 'exported')
  const bin = join(import.meta.dirname, '../bin/custodia.js')
  execFileSync(process.execPath, [bin, 'export', 'ledger', '--out', out], {
    env: { ...process.env, CUSTODIA_DATA: dataDir },
    stdio: 'ignore',
  })
  const whole = readFileSync(join(out, 'ledger.ndjson'))
  const lines = whole.toString('utf8').split('\n')
  const leaves = Buffer.from(
    [
      (lines[0] ?? '').replace('"rows":true', '"rows":false'),
      ...lines.slice(1).filter((line) => !/^\{"(row|destroyed)"/.test(line)),
    ].join('\n'),
  )
  const { vkey } = JSON.parse(lines[0] ?? '') as { vkey: string }
  const bare = await best(leaves, vkey)
  const all = await best(whole, vkey)
  return {
    entries: bare.entries,
    entriesPerSecond: Math.round(bare.entries / bare.seconds),
    rows: all.rows,
    linesPerSecond: Math.round((all.entries + all.rows) / all.seconds),
  }
}

async function best(
  bytes: Buffer,
  vkey: string,
): Promise<{ entries: number; rows: number; seconds: number }> {
  const { verifyFiles } = (await import('../verifier/run.mjs' as string)) as { verifyFiles: Verify }
  const { tools } = (await import('../verifier/node-tools.mjs' as string)) as { tools: unknown }
  async function* chunks(): AsyncIterable<Uint8Array> {
    for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
  }
  const file: File = {
    name: 'ledger.ndjson',
    size: bytes.length,
    begin: bytes.subarray(0, 64),
    bytes: () => Promise.resolve(bytes),
    chunks,
  }
  let seconds = Number.POSITIVE_INFINITY
  let read = { ok: false, entries: 0, rows: 0 }
  for (let pass = 0; pass < PASSES; pass += 1) {
    const since = performance.now()
    read = await verifyFiles(tools, [file], { vkey })
    if (!read.ok) throw new Error('The export does not verify.')
    seconds = Math.min(seconds, (performance.now() - since) / 1000)
  }
  return { ...read, seconds }
}
