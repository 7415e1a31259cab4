/**
 * Bytes are held against their name before they are believed: a file that was swapped in the store is told, never served. What is small
 * is compared whole before the first byte leaves; of what is large the last piece is held back, so that a swapped file never arrives whole.
 */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { Refusal } from '#kernel/verdict.ts'

const WHOLE = 16 * 1_048_576
const swapped = (sha256: string): Refusal =>
  new Refusal('unavailable', 'file-swapped', { values: { sha256: sha256.slice(0, 12) } })

export const gone = (): Refusal => new Refusal('unavailable', 'file-gone')
/** What is said of one file, and not of the store: it is not what it was, or not there. */
export const isBroken = (fault: unknown): fault is Refusal =>
  fault instanceof Refusal && (fault.code === 'file-swapped' || fault.code === 'file-gone')
/** What is said of a store, and of no file in it: it is asked again later. */
export const isSilent = (fault: unknown): boolean =>
  fault instanceof Refusal && fault.code === 'file-store-silent'
export const silent = (fault: unknown): Refusal => {
  if (fault instanceof Refusal) return fault
  const { code, name } = fault as { code?: string; name: string }
  return new Refusal('unavailable', 'file-store-silent', {
    values: { fault: code ?? name },
    next: 'file-store-silent-next',
  })
}

export async function checked(content: AsyncIterable<Uint8Array>, sha256: string): Promise<Readable> {
  const hash = createHash('sha256')
  const pieces = content[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let size = 0
  for (;;) {
    const next = await pieces.next()
    if (next.done) {
      if (hash.digest('hex') !== sha256) throw swapped(sha256)
      return Readable.from(first, { objectMode: false })
    }
    hash.update(next.value)
    first.push(next.value)
    size += next.value.length
    if (size > WHOLE) break
  }
  async function* rest(): AsyncIterable<Uint8Array> {
    let held = first.pop() as Uint8Array
    yield* first
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
      yield held
      held = next.value
      hash.update(held)
    }
    if (hash.digest('hex') !== sha256) throw swapped(sha256)
    yield held
  }
  return Readable.from(rest(), { objectMode: false })
}

export async function wholeOf(content: Promise<Readable>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await content) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
