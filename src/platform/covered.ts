/**
 * Covered rows: inserted, never changed, each named by the ledger entry that holds its digest.
 *
 * Digest of a row = SHA-256 over the canonical JSON (RFC 8785) of {column: text}, columns that are null left out, every
 * value as text: instants as UTC with milliseconds, numbers in plain decimal notation, booleans `true`/`false`, bytes as
 * lower-case hex, jsonb and arrays as canonical JSON. A column added later is null in old rows, so old digests hold.
 */
import { hash } from 'node:crypto'
import { type Json, canonical, canonicalText, keysInOrder } from '#kernel/canonical.ts'
import type { CoveredRow } from './cx.ts'

export type Stored = Json | Buffer | undefined

export function textOf(value: Exclude<Stored, null | undefined>): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error('Defect: covered numbers are integers or decimal text')
    return String(value)
  }
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (Buffer.isBuffer(value)) return value.toString('hex')
  return canonical(value as Json)
}

/** The canonical JSON of the texts, written in one go: of everything an act does, this is done most often. */
export function digestOf(row: Readonly<Record<string, Stored>>): string {
  let texts = ''
  for (const column of keysInOrder(row)) {
    const value = row[column]
    if (value !== null && value !== undefined)
      texts += `${texts === '' ? '' : ','}${canonicalText(column)}:${canonicalText(textOf(value))}`
  }
  return hash('sha256', `{${texts}}`, 'hex')
}

/** Adds what every covered row carries, in the one place where it is added. */
export function stamped(row: CoveredRow, entry: string, at: string, by: string): Record<string, Stored> {
  return { ...row, entry, recorded_at: at, recorded_by: by }
}
