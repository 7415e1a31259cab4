/** What an installation without the developer's tools takes on the disk, runtime and PostgreSQL included, by the lock file. */
import { existsSync, lstatSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const home = join(import.meta.dirname, '..')
const MOST_MB = 600
const LARGEST = 12

interface Size {
  bytes: number
  /** In blocks of the disk, as `du` counts. */
  blocks: number
}

export function installedSize(): {
  mb: number
  diskMb: number
  packages: number
  largest: Record<string, number>
} {
  const lock = JSON.parse(readFileSync(join(home, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean }>
  }
  const sizes = Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && !dev && existsSync(join(home, path)))
    .map(([path]) => ({ path, ...sizeOf(join(home, path)) }))
  const mb = sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6
  const disk = sizes.reduce((sum, { blocks }) => sum + blocks, 0) / 1e6
  if (disk > MOST_MB) process.exitCode = 1
  const largest = sizes.toSorted((a, b) => b.blocks - a.blocks).slice(0, LARGEST)
  return {
    mb: Math.round(mb),
    diskMb: Math.round(disk),
    packages: sizes.length,
    largest: Object.fromEntries(
      largest.map(({ path, blocks }) => [path.replace('node_modules/', ''), Math.round(blocks / 1e6)]),
    ),
  }
}

/** Packages inside a package have a line of their own in the lock file. */
function sizeOf(folder: string): Size {
  const sum = { bytes: 0, blocks: 0 }
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules') continue
    const path = join(folder, entry.name)
    const { size, blocks } = lstatSync(path)
    const inside = entry.isDirectory() ? sizeOf(path) : { bytes: 0, blocks: 0 }
    sum.bytes += size + inside.bytes
    sum.blocks += blocks * 512 + inside.blocks
  }
  return sum
}
