// Builds the browser's half when what it is made of has changed since the last time; plain JavaScript, as it runs right
// after scripts/install.js, possibly still under the machine's own Node.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(home, 'node_modules', '.custodia-web')
const built = join(home, 'dist', 'web', 'index.html')

/** The files that can reach the browser: its own ground, screens, and the pure half of each module. */
const reaches = (path) =>
  !/[.]test[.]tsx?$/.test(path) &&
  (/^src\/(ui|kernel)\//.test(path) ||
    /\/(screens|ui|contract|rules|texts)\//.test(path) ||
    /\/(client|contract|rules|texts[.]\w+)[.]tsx?$/.test(path) ||
    /^src\/app\/.*[.](tsx|css|html)$/.test(path))

function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(path)
    else yield relative(home, path)
  }
}

function fingerprint() {
  const hash = createHash('sha256')
  const outside = ['vite.config.ts', 'index.html', 'package-lock.json', 'tsconfig.web.json'].filter((file) =>
    existsSync(join(home, file)),
  )
  // The guide is a part of the product: its pages and pictures are what Help shows.
  const guide = ['docs/guide', 'docs/pictures'].flatMap((folder) =>
    existsSync(join(home, folder)) ? [...filesIn(join(home, folder))].sort() : [],
  )
  for (const file of [...outside, ...guide, ...[...filesIn(join(home, 'src'))].filter(reaches).sort()]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(home, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

if (existsSync(join(home, 'vite.config.ts'))) {
  const now = fingerprint()
  const before = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  if (now !== before || !existsSync(built)) {
    console.log('Building the pages (a few seconds) ...')
    const pinned = join(home, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
    const vite = join(home, 'node_modules', 'vite', 'bin', 'vite.js')
    const done = spawnSync(
      existsSync(pinned) ? pinned : process.execPath,
      [vite, 'build', '--logLevel', 'warn'],
      {
        cwd: home,
        stdio: 'inherit',
        // The packages are the developer's as well as the server's: what is built is always for production.
        env: { ...process.env, NODE_ENV: 'production' },
      },
    )
    if (done.status !== 0) {
      console.error('The pages could not be built: see the words above.')
      process.exit(done.status || 1)
    }
    if (existsSync(built)) {
      mkdirSync(dirname(stamp), { recursive: true })
      writeFileSync(stamp, now)
    }
  }
}
