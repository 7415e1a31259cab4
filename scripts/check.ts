/** `npm run check`: everything that a machine can say about the source without running it, one line a check. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const home = join(import.meta.dirname, '..')
process.chdir(home)

interface Check {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  /** Not run while this file does not exist. */
  readonly needs?: string
}

const folders = ['src', 'test', 'bench', 'verifier'].filter((folder) => existsSync(folder))
const checks: readonly Check[] = [
  { name: 'types, server', command: ['tsc', '-p', 'tsconfig.json', '--noEmit'] },
  {
    name: 'types, browser',
    command: ['tsc', '-p', 'tsconfig.web.json', '--noEmit'],
    needs: 'tsconfig.web.json',
  },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'format', command: ['biome', 'format', '--max-diagnostics=20', '.'] },
  { name: 'walls', command: ['depcruise', ...folders] },
  { name: 'dead code', command: ['knip', '--no-progress'] },
  { name: 'licences', command: ['node', 'scripts/licences.ts'] },
  {
    name: 'generated files',
    command: ['node', 'scripts/generate.ts', '--check'],
    needs: 'scripts/generate.ts',
  },
]

/** Two at a time; the words of a check are shown only when it objects. */
async function run(check: Check): Promise<boolean> {
  const [program, ...args] = check.command
  const since = performance.now()
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FORCE_COLOR: '0' },
  })
  let said = ''
  child.stdout.on('data', (part: Buffer) => (said += part.toString()))
  child.stderr.on('data', (part: Buffer) => (said += part.toString()))
  const code = await new Promise<number | null>((settle) => {
    child.on('error', (error) => {
      said += error.message
      settle(1)
    })
    child.on('close', settle)
  })
  const seconds = ((performance.now() - since) / 1000).toFixed(1)
  console.log(`${code === 0 ? 'ok  ' : 'NOT '} ${check.name} (${seconds} s)`)
  if (code !== 0) console.log(`\n${said.trim()}\n`)
  return code === 0
}

const due = checks.filter((check) => !check.needs || existsSync(check.needs))
const only = process.argv.slice(2)
const waiting = due.filter((check) => only.length === 0 || only.some((word) => check.name.includes(word)))
const total = waiting.length
let failed = 0
async function worker(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) if (!(await run(next))) failed += 1
}
await Promise.all([worker(), worker()])
console.log(failed === 0 ? `all ${total} checks hold` : `${failed} of ${total} checks do not hold`)
process.exitCode = failed === 0 && total > 0 ? 0 : 1
