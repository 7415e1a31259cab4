/** What this device keeps for one person, sealed: rows by kind and id, and files by their SHA-256. A row is called kept when it is on the disk. */
import { type SealedPiece, type SealedRow, within } from './database.ts'
import { dropReserve, withReserve } from './reserve.ts'
import { keyOf, seal, unseal } from './sealing.ts'

export interface Kept<T> {
  readonly id: string
  readonly at: string
  readonly value: T
}
export interface KeptFile {
  readonly sha256: string
  readonly size: number
  readonly type: string
}
/** A file is sealed in pieces, so that a film does not have to stand in memory whole twice. */
const PIECE = 4 * 1_048_576

const listeners = new Set<(kind: string) => void>()
const others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('custodia.kept')
const hear = (kind: string): void => {
  for (const listener of listeners) listener(kind)
}
if (others) others.onmessage = (event: MessageEvent<unknown>) => hear(String(event.data))
function changed(kind: string): void {
  hear(kind)
  others?.postMessage(kind)
}
/** The PIN was given: whatever is followed is read again. */
export const opened = (): void => hear('*')
/** Told when rows of a kind change, in this tab or another. */
export function whenKept(listener: (kind: string) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const now = (): string => new Date().toISOString()
const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value))

export interface Change {
  readonly kind: string
  readonly id: string
  /** Undefined: let go. */
  readonly value?: unknown
}
/** Several rows in one transaction: all of them or none. */
export async function keepAll(person: string, changes: readonly Change[]): Promise<void> {
  const key = await keyOf(person)
  const at = now()
  const rows = await Promise.all(
    changes.map(async ({ kind, id, value }) =>
      value === undefined
        ? { kind, id, row: null }
        : { kind, id, row: await seal(key, [person, kind, id], bytesOf(value)) },
    ),
  )
  await withReserve(() =>
    within('readwrite', async (tx) => {
      for (const { kind, id, row } of rows)
        if (row) tx.put('rows', { person, kind, id, at, ...row })
        else tx.take('rows', [person, kind, id])
    }),
  )
  for (const kind of new Set(changes.map((change) => change.kind))) changed(kind)
}
export const keep = (person: string, kind: string, id: string, value: unknown): Promise<void> =>
  keepAll(person, [{ kind, id, value }])
export const letGo = (person: string, kind: string, id: string): Promise<void> =>
  keepAll(person, [{ kind, id }])

/** What was opened under a key, as long as that key is: two thousand acts are not opened anew because one was sent. Whatever changes has another iv. */
const seen = new WeakMap<CryptoKey, Map<string, { readonly iv: string; readonly value: unknown }>>()
const SMALL = 16_384
async function valueOf(key: CryptoKey, row: SealedRow): Promise<unknown> {
  const known = seen.get(key) ?? new Map<string, { iv: string; value: unknown }>()
  seen.set(key, known)
  const place = [row.person, row.kind, row.id]
  const [name, iv] = [place.join(' '), row.iv.join()]
  const there = known.get(name)
  if (there?.iv === iv) return there.value
  const value: unknown = JSON.parse(new TextDecoder().decode(await unseal(key, place, row)))
  if (row.sealed.byteLength <= SMALL) known.set(name, { iv, value })
  return value
}

export async function listKept<T>(person: string, kind: string): Promise<Kept<T>[]> {
  const key = await keyOf(person)
  const rows = await within('readonly', (tx) => tx.all('rows', [person, kind]))
  return Promise.all(
    rows.map(async (row) => ({ id: row.id, at: row.at, value: (await valueOf(key, row)) as T })),
  )
}
export async function findKept<T>(person: string, kind: string, id: string): Promise<Kept<T> | null> {
  const key = await keyOf(person)
  const row = await within('readonly', (tx) => tx.get('rows', [person, kind, id]))
  return row ? { id, at: row.at, value: (await valueOf(key, row)) as T } : null
}

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

export const sha256Of = async (file: Blob): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))

/** The file as it is, byte for byte, under its SHA-256; the same file is kept once. */
export async function keepFile(person: string, file: Blob): Promise<KeptFile> {
  const key = await keyOf(person)
  const sha256 = await sha256Of(file)
  const pieces: SealedPiece[] = []
  for (let n = 0; n * PIECE < Math.max(file.size, 1); n += 1) {
    const part = await file.slice(n * PIECE, (n + 1) * PIECE).arrayBuffer()
    pieces.push({ person, sha256, n, ...(await seal(key, [person, sha256, String(n)], part)) })
  }
  const head = { sha256, size: file.size, type: file.type }
  await withReserve(() =>
    within('readwrite', async (tx) => {
      tx.put('files', { person, at: now(), ...head })
      for (const piece of pieces) tx.put('pieces', piece)
    }),
  )
  return head
}
export async function findFile(person: string, sha256: string): Promise<Blob | null> {
  const key = await keyOf(person)
  const [head, pieces] = await within('readonly', (tx) =>
    Promise.all([tx.get('files', [person, sha256]), tx.all('pieces', [person, sha256])]),
  )
  if (!head) return null
  const parts: ArrayBuffer[] = []
  for (const piece of pieces.toSorted((a, b) => a.n - b.n))
    parts.push(await unseal(key, [person, sha256, String(piece.n)], piece))
  return new Blob(parts, { type: head.type })
}
export async function letFileGo(person: string, sha256: string): Promise<void> {
  await within('readwrite', async (tx) => {
    tx.take('files', [person, sha256])
    tx.drop('pieces', [person, sha256])
  })
}

/** Everything of these kinds, for instance the cases that were kept to be read: at a sign-out. */
export async function letKindsGo(person: string, kinds: readonly string[]): Promise<void> {
  await within('readwrite', async (tx) => {
    for (const kind of kinds) tx.drop('rows', [person, kind])
  })
  for (const kind of kinds) changed(kind)
}
/** All that this person keeps here, with the key to it: what waits is lost as well. */
export async function letEverythingGo(person: string): Promise<void> {
  await within('readwrite', async (tx) => {
    tx.take('locks', person)
    for (const store of ['rows', 'files', 'pieces'] as const) tx.drop(store, [person])
  })
  await dropReserve()
  changed('*')
}
/** How much is kept of each kind, without opening any of it: also where the PIN is not given. */
export async function countKept(
  person: string,
): Promise<{ rows: Readonly<Record<string, number>>; files: number; bytes: number }> {
  const [rows, files] = await within('readonly', (tx) =>
    Promise.all([tx.all('rows', [person]), tx.all('files', [person])]),
  )
  const counts: Record<string, number> = {}
  for (const row of rows) counts[row.kind] = (counts[row.kind] ?? 0) + 1
  const bytes = rows.reduce((sum, row) => sum + row.sealed.byteLength, 0)
  return { rows: counts, files: files.length, bytes: files.reduce((sum, file) => sum + file.size, bytes) }
}
