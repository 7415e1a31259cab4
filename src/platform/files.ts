/**
 * Files by content: named by their SHA-256, written to a temporary name, flushed, then renamed, and the folder flushed;
 * so a file that was acknowledged is there after a power cut, and an original is never overwritten.
 * Layout: <folder>/ab/cd/abcd….; an object store keeps the same keys.
 */
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { ColdCopy } from './away.ts'
import { checked, gone, wholeOf } from './checked-bytes.ts'
import { Refusal } from '#kernel/verdict.ts'

export interface Files {
  /** A folder on this machine for what is not whole yet. */
  readonly incoming: string
  /** Keeps the bytes; answers their name. Refuses above `limit` bytes with nothing left behind. */
  keep(
    content: AsyncIterable<Uint8Array>,
    limit: number,
  ): Promise<{ sha256: string; size: number; head: Buffer }>
  read(sha256: string): Promise<Buffer>
  stream(sha256: string): Promise<Readable>
  has(sha256: string): Promise<boolean>
  /** Where everything stands twice (two-places.ts): each place by itself. */
  readonly places?: { readonly near: Files; readonly far: Files }
  /** Cold stores to which it was ever written, the one where it lies alone first (away.ts). */
  coldCopies?(sha256: string): Promise<readonly ColdCopy[]>
  /** By order of law only (destroying.ts). */
  destroy(sha256: string): Promise<void>
}

/** Stores that are not always there, each under its label: a folder beside the online one, or a disk that somebody puts in. */
export interface ColdStores {
  of(label: string): Files
  /** Whether something stands under this label now: a disk that lies in a safe does not. */
  there(label: string): Promise<boolean>
}
const LABEL = /^[a-z0-9][a-z0-9-]{0,39}$/
export const named = (label: string): string => {
  if (!LABEL.test(label)) throw new Error('Defect: not a label')
  return label
}
export const folderStores = (folder: string): ColdStores => ({
  of: (label) => folderFiles(join(folder, named(label))),
  there: (label) =>
    stat(join(folder, named(label))).then(
      (at) => at.isDirectory(),
      () => false,
    ),
})

const HEAD = 4_100

export function keyOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Defect: not a file name')
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}

export function folderFiles(folder: string): Files {
  const pathOf = (sha256: string): string => join(folder, keyOf(sha256))
  const incoming = join(folder, 'incoming')
  const get = (sha256: string): Promise<Readable> =>
    checked(createReadStream(pathOf(sha256)), sha256).catch((fault: Error & { code?: string }) => {
      throw fault.code === 'ENOENT' ? gone() : fault
    })
  return {
    incoming,
    async keep(content, limit) {
      const staged = await stage(incoming, content, limit)
      const target = pathOf(staged.sha256)
      await mkdir(dirname(target), { recursive: true })
      await rename(staged.path, target)
      await flushFolder(dirname(target))
      return { sha256: staged.sha256, size: staged.size, head: staged.head }
    },
    read: (sha256) => wholeOf(get(sha256)),
    stream: get,
    destroy: (sha256) => rm(pathOf(sha256), { force: true }),
    has: (sha256) =>
      stat(pathOf(sha256)).then(
        () => true,
        () => false,
      ),
  }
}

/** The hash of record is made here, while the bytes arrive, before anything else looks at them. */
export async function stage(folder: string, content: AsyncIterable<Uint8Array>, limit: number) {
  await mkdir(folder, { recursive: true })
  const path = join(folder, randomBytes(16).toString('hex'))
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o600)
  let size = 0
  let head = Buffer.alloc(0)
  try {
    for await (const chunk of content) {
      size += chunk.length
      if (size > limit)
        throw new Refusal('too-large', 'file-too-large', { values: { limit: Math.floor(limit / 1_048_576) } })
      if (head.length < HEAD) head = Buffer.concat([head, chunk]).subarray(0, HEAD)
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    await file.sync()
  } catch (error) {
    await file.close()
    await rm(path, { force: true })
    throw error
  }
  await file.close()
  return { path, sha256: hash.digest('hex'), size, head }
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
