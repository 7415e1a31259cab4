/** Files carried between two stores: written, read back and counted, so that what is told to be there is there. */
import { Refusal } from '#kernel/verdict.ts'
import type { Ground } from './cx.ts'
import type { Files } from './files.ts'
import { UPLOAD_LIMIT } from './uploads.ts'

/** Carries each file that is not there yet; answers how many bytes are there now, all of them read back. */
export async function carryFiles(
  from: Files,
  to: Files,
  files: readonly string[],
  tick: () => Promise<unknown>,
): Promise<number> {
  let bytes = 0
  for (const sha256 of files) {
    if (!(await to.has(sha256))) await to.keep(await from.stream(sha256), UPLOAD_LIMIT)
    // What is not there or not the same ends the carrying with a sentence.
    bytes += await counted(to, sha256)
    await tick()
  }
  return bytes
}
/** A disk that is not in does not become a folder of that name on the server. */
export async function coldStoreOf(
  ground: Pick<Ground, 'cold'>,
  place: { label: string; kind: 'folder' | 'medium' },
): Promise<Files> {
  if (!ground.cold)
    throw new Refusal('conflict', 'archive.no-cold-store', { next: 'archive.next-cold-store' })
  if (place.kind === 'medium' && !(await ground.cold.there(place.label)))
    throw new Refusal('conflict', 'archive.medium-not-there', {
      values: { label: place.label },
      next: 'archive.next-put-in',
    })
  return ground.cold.of(place.label)
}
/** Reads a file whole; the store compares it with its hash. */
export async function counted(store: Files, sha256: string): Promise<number> {
  let bytes = 0
  for await (const chunk of await store.stream(sha256)) bytes += (chunk as Buffer).length
  return bytes
}
/** Why it did not go, for who reads it later: a sentence where there is one. */
export const sentence = (ground: Ground, fault: unknown): string =>
  fault instanceof Refusal
    ? ground.say('en')(fault.code, fault.values)
    : fault instanceof Error
      ? fault.message
      : String(fault)
