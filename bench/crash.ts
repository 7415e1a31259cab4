/**
 * kill -9 at any moment: a real server with its own PostgreSQL is hammered over HTTP, killed, started again; every act that was
 * acknowledged must be there once, every repeated key must give the same answer, every file must be whole, the ledger verify.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const home = join(import.meta.dirname, '..')
const bin = join(home, 'bin/custodia.js')

export interface CrashReport {
  readonly rounds: number
  readonly acknowledged: number
  readonly lost: number
  readonly doubled: number
  readonly files: number
  readonly filesLost: number
  readonly verified: boolean
  readonly recoveryMs: number[]
}

interface Acknowledged {
  readonly key: string
  readonly name: string
  readonly id: string
}

export async function crash(options: {
  rounds: number
  clients: number
  seed: number
}): Promise<CrashReport> {
  const data = await mkdtemp(join(tmpdir(), 'custodia-crash-'))
  const env = { ...process.env, CUSTODIA_DATA: data, CUSTODIA_PORT: '0', CUSTODIA_LOG: 'error' }
  const run = (args: string[], input?: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const child = execFile(
        process.execPath,
        [bin, ...args],
        { env, maxBuffer: 1 << 26 },
        (error, stdout, stderr) =>
          error ? reject(new Error(`${error.message}\n${stderr}`)) : resolve(stdout),
      )
      child.stdin?.end(input ?? '')
    })
  const done: Acknowledged[] = []
  const files: string[] = []
  const recoveryMs: number[] = []
  try {
    await run(
      ['setup', '--name', 'Crash', '--admin', 'root', '--password-stdin', '--lab', 'empty'],
      'three green parrots sing',
    )
    const { token } = JSON.parse(
      await run(['token', 'add', '--user', 'root', '--scopes', '*', '--json']),
    ) as { token: string }
    for (let round = 0; round < options.rounds; round += 1) {
      const since = performance.now()
      const server = await start(env)
      recoveryMs.push(Math.round(performance.now() - since))
      const hammering = Array.from({ length: options.clients }, (_, client) =>
        hammer(server.url, token, `${round}-${client}`, done, files),
      )
      // Anywhere between the first acts and well into them; the seed makes the moment repeatable up to the machine's own haste.
      await pause(300 + ((options.seed * 7919 + round * 104_729) % 700))
      server.child.kill('SIGKILL')
      await Promise.all(hammering)
      await new Promise((resolve) =>
        server.child.exitCode !== null || server.child.signalCode !== null
          ? resolve(null)
          : server.child.once('exit', resolve),
      )
    }
    const server = await start(env)
    let lost = 0
    let doubled = 0
    const seen = new Map<string, number>()
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = (await (
        await fetch(
          `${server.url}/api/identity/list-agencies?limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
          { headers: { authorization: `Bearer ${token}` } },
        )
      ).json()) as { items: { id: string; name: string }[]; nextCursor: string | null }
      for (const agency of page.items) seen.set(agency.id, (seen.get(agency.id) ?? 0) + 1)
      cursor = page.nextCursor
    }
    for (const one of done) if (!seen.has(one.id)) lost += 1
    for (const one of done.slice(-50)) {
      const again = await send(server.url, token, one.key, one.name)
      if (again?.id !== one.id) doubled += 1
    }
    let filesLost = 0
    for (const sha256 of files) {
      const bytes = await readFile(join(data, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256)).catch(
        () => Buffer.alloc(0),
      )
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) filesLost += 1
    }
    server.child.kill('SIGINT')
    await new Promise((resolve) => server.child.once('exit', resolve))
    const report = JSON.parse(await run(['verify', '--json'])) as { ok: boolean }
    return {
      rounds: options.rounds,
      acknowledged: done.length,
      lost,
      doubled,
      files: files.length,
      filesLost,
      verified: report.ok,
      recoveryMs,
    }
  } finally {
    await rm(data, { recursive: true, force: true })
  }
}

async function start(env: NodeJS.ProcessEnv): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [bin, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let wrong = ''
  child.stderr.on('data', (part: Buffer) => (wrong += part.toString()))
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString()
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (url) resolve({ child, url })
    })
    child.once('exit', () => reject(new Error(`The server did not start: ${said}${wrong}`)))
  })
}

async function send(
  url: string,
  token: string,
  key: string,
  name: string,
): Promise<{ id: string } | undefined> {
  const answer = await fetch(`${url}/api/identity/register-agency`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ name, shortName: name.slice(0, 40), kind: 'other' }),
  })
  return answer.ok ? ((await answer.json()) as { id: string }) : undefined
}

/** Sends until the line goes dead; only what was answered counts as acknowledged. */
async function hammer(
  url: string,
  token: string,
  prefix: string,
  done: Acknowledged[],
  files: string[],
): Promise<void> {
  for (let n = 0; ; n += 1) {
    const key = `${prefix}-${n}`
    const name = `Agency ${key}`
    try {
      const answer = await send(url, token, key, name)
      if (!answer) return
      done.push({ key, name, id: answer.id })
      if (n % 5 === 4) {
        const sent = await fetch(`${url}/api/files?name=x.bin`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
          body: randomBytes(20_000),
        })
        if (sent.ok) files.push(((await sent.json()) as { sha256: string }).sha256)
      }
    } catch {
      return
    }
  }
}
