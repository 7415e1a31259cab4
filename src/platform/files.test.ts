import { createHash, randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Files, folderFiles, keyOf } from './files.ts'
import { type MadeStore, openS3 } from '../../test/s3.ts'

let folder: string
let s3: MadeStore
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'custodia-files-'))
  s3 = await openS3(folder, 's3')
})
afterAll(async () => {
  await s3.down()
  await rm(folder, { recursive: true, force: true })
})

async function* parts(...chunks: Buffer[]): AsyncIterable<Uint8Array> {
  yield* chunks
}

describe.each([
  ['a folder', async (): Promise<Files> => folderFiles(join(folder, 'files'))],
  ['an S3-compatible store', async (): Promise<Files> => s3.files],
])('files in %s', (_name, open) => {
  test('come back byte for byte under their hash, once', async () => {
    const files = await open()
    const bytes = randomBytes(300_000)
    const kept = await files.keep(parts(bytes.subarray(0, 100_001), bytes.subarray(100_001)), 1e6)
    expect(kept.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(await files.read(kept.sha256)).toEqual(bytes)
    expect((await files.keep(parts(bytes), 1e6)).sha256).toBe(kept.sha256)
    expect(await files.has(kept.sha256)).toBe(true)
    expect(await files.has('0'.repeat(64))).toBe(false)
    await expect(files.keep(parts(Buffer.alloc(2_000)), 1_999)).rejects.toMatchObject({
      code: 'file-too-large',
    })
  })
})

test('nothing is left behind of a file that was refused or broke off', async () => {
  const files = folderFiles(join(folder, 'broken'))
  async function* breaks(): AsyncIterable<Uint8Array> {
    yield Buffer.alloc(10)
    throw new Error('the line went dead')
  }
  await expect(files.keep(breaks(), 1e6)).rejects.toThrow('dead')
  expect(await readdir(join(folder, 'broken', 'incoming'))).toEqual([])
})

test('a file that was swapped in the store is told and not given, small or large; destroyed by order it is gone', async () => {
  const files = folderFiles(join(folder, 'swapped'))
  for (const size of [1_000, 20_000_000]) {
    const { sha256 } = await files.keep(parts(randomBytes(size)), 1e8)
    const path = join(folder, 'swapped', keyOf(sha256))
    await chmod(path, 0o600)
    await writeFile(path, randomBytes(size))
    await expect(files.read(sha256)).rejects.toMatchObject({ code: 'file-swapped' })
    let came = 0
    const taken = (async () => {
      for await (const chunk of await files.stream(sha256)) came += (chunk as Buffer).length
    })()
    await expect(taken).rejects.toMatchObject({ code: 'file-swapped' })
    // What arrived is never whole.
    expect(came).toBeLessThan(size)
    await files.destroy(sha256)
    await files.destroy(sha256)
    expect(await files.has(sha256)).toBe(false)
  }
})
