#!/usr/bin/env node
// The command `custodia` in plain JavaScript, so that any Node can start it: it hands over to the Node that is pinned in
// package.json (the machine's own may be too old to run TypeScript), on src/app/cli.ts.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const home = dirname(dirname(fileURLToPath(import.meta.url)))
const pinned = join(home, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
const program = existsSync(pinned)
  ? pinned
  : Number(process.versions.node.split('.')[0]) >= 24
    ? process.execPath
    : ''
if (!program) {
  const spanish = /^es\b|^es_/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')
  console.error(
    spanish
      ? `Custodia necesita Node 24 o más nuevo y este es ${process.versions.node}: ejecute npm install en ${home}, que trae uno propio para Linux.`
      : `Custodia needs Node 24 or newer and this is ${process.versions.node}: run npm install in ${home}, which brings its own for Linux.`,
  )
  process.exit(1)
}

// Short-lived objects get little room, as what a request leaves behind is small; and a server that rests may ask for its memory
// to be tidied up (src/app/rest.ts; measured: 161 MB of a rested server become 154).
const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=4', '--expose-gc']
const near = pathToFileURL(join(home, 'bin', 'own-modules.js')).href
const args = [...flags, '--import', near, join(home, 'src', 'app', 'cli.ts'), ...process.argv.slice(2)]
// Freed memory is kept in two places instead of one for each thread (glibc; measured: 154 MB at rest become 143).
const env = { MALLOC_ARENA_MAX: '2', ...process.env, ...compileCache() }
// Node 24 can become the other program: no process in between, signals arrive directly.
if (typeof process.execve === 'function') {
  process.execve(program, [program, ...args], env)
}
const child = spawn(program, args, { stdio: 'inherit', env })
// What is sent to this process alone is passed on. A Ctrl-C on a terminal reaches the child by itself, and passing it on
// would count as a second one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal))
child.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
child.on('exit', (code, signal) =>
  process.exit(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1)),
)

/** Compiled code is kept under the data folder where one exists; asking for help must not make one. */
function compileCache() {
  if (process.env.NODE_COMPILE_CACHE) return {}
  const data = resolve(process.env.CUSTODIA_DATA?.trim() || 'data')
  if (!existsSync(data)) return {}
  const cache = join(data, 'cache', 'compiled')
  try {
    mkdirSync(cache, { recursive: true, mode: 0o700 })
    return { NODE_COMPILE_CACHE: cache }
  } catch {
    return {} // a folder of somebody else's: slower, but right
  }
}
