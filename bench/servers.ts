/** Real servers for the long suites: started as anybody starts them, hammered over HTTP, asked afterwards what they hold. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

const bin = join(import.meta.dirname, '..', 'bin/custodia.js')

export interface Acknowledged {
  readonly key: string
  readonly name: string
  readonly id: string
}

/** A command of the command line; answers what it printed. */
export function custodia(env: NodeJS.ProcessEnv, args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [bin, ...args],
      { env, maxBuffer: 1 << 26 },
      (error, stdout, stderr) => (error ? reject(new Error(`${error.message}\n${stderr}`)) : resolve(stdout)),
    )
    child.stdin?.end(input)
  })
}

/** Sets an installation up and answers a token of its administrator. */
export async function setUpWithToken(env: NodeJS.ProcessEnv): Promise<string> {
  await custodia(
    env,
    ['setup', '--name', 'Proof', '--admin', 'root', '--password-stdin', '--lab', 'empty'],
    'three green parrots sing',
  )
  const said = await custodia(env, ['token', 'add', '--user', 'root', '--scopes', '*', '--json'])
  return (JSON.parse(said) as { token: string }).token
}

export interface Server {
  readonly child: ChildProcess
  readonly url: string
}
const running = new Set<ChildProcess>()
/** Whatever a suite that broke off left running. */
export async function endAll(): Promise<void> {
  await Promise.all([...running].map((child) => end({ child, url: '' }, 'SIGKILL')))
}

/** `serve` or `worker`; answers once it says that it is ready. */
export async function start(env: NodeJS.ProcessEnv, ...args: string[]): Promise<Server> {
  const child = spawn(process.execPath, [bin, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let said = ''
  let wrong = ''
  child.stderr.on('data', (part: Buffer) => (wrong += part.toString()))
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString()
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (url ?? /Ctrl-C/.test(said)) resolve({ child, url: url ?? '' })
    })
    child.once('exit', () => reject(new Error(`It did not start: ${said}${wrong}`)))
  })
}

export const ended = ({ child }: Server): Promise<unknown> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', resolve))
export function end(server: Server, signal: 'SIGINT' | 'SIGKILL'): Promise<unknown> {
  server.child.kill(signal)
  return ended(server)
}

export async function send(
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

/** Sends until the line goes dead or `more` says no; only what was answered counts as acknowledged. */
export async function hammer(
  at: { readonly url: string; readonly token: string; readonly prefix: string },
  done: Acknowledged[],
  files: string[],
  more: () => boolean = () => true,
): Promise<void> {
  for (let n = 0; more(); n += 1) {
    const key = `${at.prefix}-${n}`
    const name = `Agency ${key}`
    try {
      const answer = await send(at.url, at.token, key, name)
      if (!answer) return
      done.push({ key, name, id: answer.id })
      if (n % 5 === 4) {
        const sent = await fetch(`${at.url}/api/files?name=x.bin`, {
          method: 'POST',
          headers: { authorization: `Bearer ${at.token}`, 'content-type': 'application/octet-stream' },
          body: randomBytes(20_000),
        })
        if (sent.ok) files.push(((await sent.json()) as { sha256: string }).sha256)
      }
    } catch {
      return
    }
  }
}

/** How often each agency is there, by id. */
export async function agenciesAt(url: string, token: string): Promise<Map<string, number>> {
  const seen = new Map<string, number>()
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = (await (
      await fetch(
        `${url}/api/identity/list-agencies?limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
        { headers: { authorization: `Bearer ${token}` } },
      )
    ).json()) as { items: { id: string; name: string }[]; nextCursor: string | null }
    for (const agency of page.items) seen.set(agency.id, (seen.get(agency.id) ?? 0) + 1)
    cursor = page.nextCursor
  }
  return seen
}
