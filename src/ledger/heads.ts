/**
 * Signed heads in this house: each row is linked to the one before it, and the newest stands beside the key of the log,
 * outside the database, so that whoever takes the last heads away together with what they speak of is found out.
 *
 * link = SHA-256(link of the head before, if any ‖ canonical JSON of [origin, size, root in hex, note, made at]).
 * `<keys>/last-head.json` holds {origin, size, root, note, madeAt, link}; it is written whole, after the row is committed.
 */
import { createHash, randomBytes } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { canonical } from '#kernel/canonical.ts'
import { encodeVkey, parseVkey } from './note.ts'

export interface Head {
  readonly origin: string
  readonly size: number
  /** Hex, as `link`. */
  readonly root: string
  readonly note: string
  readonly madeAt: string
}
export type LinkedHead = Head & { readonly link: string }

export function linkOf(before: string | null, head: Head): string {
  const { origin, size, root, note, madeAt } = head
  return createHash('sha256')
    .update(Buffer.from(before ?? '', 'hex'))
    .update(canonical([origin, size, root, note, madeAt]))
    .digest('hex')
}

const pathIn = (keysFolder: string): string => join(keysFolder, 'last-head.json')

export async function lastHeadIn(keysFolder: string): Promise<LinkedHead | undefined> {
  const text = await readFile(pathIn(keysFolder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? undefined : (JSON.parse(text) as LinkedHead)
}

export async function keepLastHead(keysFolder: string, head: LinkedHead): Promise<void> {
  const path = pathIn(keysFolder)
  const aside = `${path}.${randomBytes(4).toString('hex')}`
  const file = await open(aside, 'wx', 0o600)
  await file.writeFile(JSON.stringify(head, null, 1))
  await file.sync()
  await file.close()
  await rename(aside, path)
}

/** `custodia.log/5f0c8a21d3e4`, and after a restore `custodia.log/5f0c8a21d3e4/2`: one log, one key, another name. */
const form = /^(custodia\.log\/[0-9a-f]{12})(?:\/([1-9]\d{0,5}))?$/
export function epochOf(origin: string): number {
  return Number(form.exec(origin)?.[2] ?? 1)
}
export function nextOrigin(origin: string): string {
  return `${form.exec(origin)?.[1] ?? origin}/${epochOf(origin) + 1}`
}
/** The key as it is named in another epoch of the same log; undefined for another log. */
export function vkeyFor(origin: string, vkey: string): string | undefined {
  const key = parseVkey(vkey)
  if (!key) return undefined
  if (key.name === origin) return vkey
  const [here, there] = [form.exec(key.name)?.[1], form.exec(origin)?.[1]]
  return here !== undefined && here === there ? encodeVkey(origin, key.publicKey) : undefined
}
