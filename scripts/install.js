// Installs what is missing before anything else runs: plain JavaScript without dependencies, because on a fresh clone
// there are none, and the machine's own Node (20.19 or newer) is all there is.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = dirname(dirname(fileURLToPath(import.meta.url)))
const marker = join(home, 'node_modules', '.custodia-installed')

/** What was installed is what the lock file says, for this kind of machine. */
function wanted() {
  const lock = readFileSync(join(home, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`
}

function isInstalled() {
  return existsSync(marker) && readFileSync(marker, 'utf8') === wanted()
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Custodia needs Node 20.19 or newer to install itself, and this is ${process.versions.node}. / Custodia necesita Node 20.19 o más nuevo.`,
  )
  process.exit(1)
}
if (!isInstalled()) {
  console.log('Installing what Custodia needs (once; about a minute) ...')
  const args = [
    'install',
    '--no-audit',
    '--no-fund',
    '--include=dev',
    '--include=optional',
    '--loglevel=error',
  ]
  // Run by npm, the program that runs us is known; otherwise the npm in the path.
  const npm = process.env.npm_execpath
  const done =
    npm && /\.c?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...args], { cwd: home, stdio: 'inherit' })
      : spawnSync('npm', args, { cwd: home, stdio: 'inherit' })
  if (done.status !== 0) {
    console.error(
      done.error?.message ??
        'npm install did not succeed: see its words above. Is the package registry reachable? Run the same command again when it is.',
    )
    process.exit(done.status || 1)
  }
  writeFileSync(marker, wanted())
}
