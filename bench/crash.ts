/**
 * kill -9 at any moment: a real server with its own PostgreSQL is hammered over HTTP, killed, started again; every act that was
 * acknowledged must be there once, every repeated key must give the same answer, every file must be whole, the ledger verify.
 */
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { bucketFiles } from '../src/platform/bucket.ts'
import {
  type Acknowledged,
  agenciesAt,
  custodia,
  end,
  endAll,
  hammer,
  send,
  setUpWithToken,
  start,
} from './servers.ts'

export interface CrashReport {
  readonly rounds: number
  readonly acknowledged: number
  readonly lost: number
  readonly doubled: number
  readonly files: number
  readonly filesLost: number
  readonly halfFiles: number
  readonly verified: boolean
  readonly recoveryMs: number[]
}

export async function crash(options: {
  rounds: number
  clients: number
  seed: number
  /** Files go to an S3-compatible store, which itself stays up. */
  bucket?: boolean
}): Promise<CrashReport> {
  const data = await mkdtemp(join(tmpdir(), 'custodia-crash-'))
  const s3 = options.bucket ? await openBucket(join(data, 's3')) : undefined
  const env = {
    ...process.env,
    CUSTODIA_DATA: data,
    CUSTODIA_PORT: '0',
    CUSTODIA_LOG: 'error',
    ...s3?.env,
  }
  const done: Acknowledged[] = []
  const files: string[] = []
  const recoveryMs: number[] = []
  try {
    const token = await setUpWithToken(env)
    for (let round = 0; round < options.rounds; round += 1) {
      const since = performance.now()
      const server = await start(env, 'serve')
      recoveryMs.push(Math.round(performance.now() - since))
      const hammering = Array.from({ length: options.clients }, (_, client) =>
        hammer({ url: server.url, token, prefix: `${round}-${client}` }, done, files),
      )
      // Never before this round has a file acknowledged, however slow the machine; then anywhere in the acts that follow: the
      // seed makes the moment repeatable up to the machine's own haste.
      for (const before = files.length, until = Date.now() + 60_000; files.length === before; await pause(5))
        if (Date.now() > until) throw new Error('In 60 s the server acknowledged no file')
      await pause(300 + ((options.seed * 7919 + round * 104_729) % 700))
      await end(server, 'SIGKILL')
      await Promise.all(hammering)
    }
    const server = await start(env, 'serve')
    const seen = await agenciesAt(server.url, token)
    const lost = done.filter((one) => !seen.has(one.id)).length
    let doubled = 0
    for (const one of done.slice(-50)) {
      const again = await send(server.url, token, one.key, one.name)
      if (again?.id !== one.id) doubled += 1
    }
    const { filesLost, halfFiles } = s3
      ? { filesLost: await s3.lostOf(files), halfFiles: 0 }
      : await judgeFiles(join(data, 'files'), files)
    await end(server, 'SIGINT')
    const report = JSON.parse(await custodia(env, ['verify', '--json'])) as { ok: boolean }
    return {
      rounds: options.rounds,
      acknowledged: done.length,
      lost,
      doubled,
      files: files.length,
      filesLost,
      halfFiles,
      verified: report.ok,
      recoveryMs,
    }
  } finally {
    await endAll()
    await s3?.close()
    await rm(data, { recursive: true, force: true })
  }
}

/** Those that were acknowledged are whole; and whatever stands under a name has the bytes of that name. */
async function judgeFiles(
  folder: string,
  acknowledged: readonly string[],
): Promise<{ filesLost: number; halfFiles: number }> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name))
  const whole = new Set<string>()
  for (const name of names) {
    const sha256 = createHash('sha256')
      .update(await readFile(join(folder, name)))
      .digest('hex')
    if (name.endsWith(sha256)) whole.add(sha256)
  }
  return {
    filesLost: acknowledged.filter((sha256) => !whole.has(sha256)).length,
    halfFiles: names.length - whole.size,
  }
}

interface OpenBucket {
  readonly env: Readonly<Record<string, string>>
  /** How many of these the store does not give back byte for byte. */
  lostOf(acknowledged: readonly string[]): Promise<number>
  close(): Promise<void>
}
async function openBucket(folder: string): Promise<OpenBucket> {
  const { default: S3rver } = await import('s3rver')
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'custodia', configs: [] }],
  })
  const { port } = await server.run()
  const endpoint = `http://127.0.0.1:${port}`
  const keys = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' }
  return {
    env: { ...keys, CUSTODIA_FILES: 's3://custodia/lab', CUSTODIA_S3_ENDPOINT: endpoint },
    lostOf: async (acknowledged) => {
      Object.assign(process.env, keys)
      const files = bucketFiles({
        bucket: 'custodia',
        prefix: 'lab',
        endpoint,
        stagingFolder: join(folder, 'staging'),
      })
      let lost = 0
      for (const sha256 of acknowledged) {
        const bytes = await files.read(sha256).catch(() => Buffer.alloc(0))
        if (createHash('sha256').update(bytes).digest('hex') !== sha256) lost += 1
      }
      return lost
    },
    close: () => server.close(),
  }
}
