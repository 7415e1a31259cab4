/** Suites that are tests, run by the test runner: what they counted, and the figures that they printed. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** Test files by the test runner, with what makes them long or runs them elsewhere. */
export async function figuresOf(files: readonly string[], env: Record<string, string>): Promise<object> {
  const vitest = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  let said = ''
  child.stdout.on('data', (part: Buffer) => {
    said += part.toString()
    process.stderr.write(part)
  })
  const code = await new Promise((settle) => child.once('close', settle))
  const counts = /(\d+) passed, (\d+) failed, (\d+) skipped/.exec(said)
  // A suite of which every test was skipped has proven nothing.
  if (code !== 0 || !Number(counts?.[1])) process.exitCode = 1
  const figures = [...said.matchAll(/^(?:\S*\[[\d;]+m)?figures of ([^:]+): (\{.*\})/gm)].map(
    ([, name, text]) => [name ?? '', JSON.parse(text ?? '{}') as unknown] as const,
  )
  return {
    ...(figures.length > 0 ? { figures: Object.fromEntries(figures) } : {}),
    passed: Number(counts?.[1]),
    failed: Number(counts?.[2]),
    skipped: Number(counts?.[3]),
  }
}
