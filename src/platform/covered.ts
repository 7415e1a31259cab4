/**
 * Covered rows: inserted, never changed, each named by the ledger entry that holds its digest.
 *
 * Digest of a row = SHA-256 over the canonical JSON (RFC 8785) of {column: text}, columns that are null left out, every
 * value as text: instants as UTC with milliseconds, numbers in plain decimal notation, booleans `true`/`false`, bytes as
 * lower-case hex, jsonb and arrays as canonical JSON. A column added later is null in old rows, so old digests hold.
 */
import { hash } from 'node:crypto'
import { type Json, canonical } from '#kernel/canonical.ts'
import type { CoveredRow } from './cx.ts'
import type { Tx } from './db.ts'
import { type Sql, joinSql, nameSql, sql } from './sql.ts'

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

export function digestOf(row: Readonly<Record<string, Stored>>): string {
  const texts: Record<string, string> = {}
  for (const [column, value] of Object.entries(row)) {
    if (value !== null && value !== undefined) texts[column] = textOf(value)
  }
  return hash('sha256', canonical(texts), 'hex')
}

/** One statement for all tables and rows: an act crosses to the database once, whatever it writes. */
export async function insertRows(
  tx: Tx,
  byTable: ReadonlyMap<string, readonly Readonly<Record<string, Stored>>[]>,
): Promise<void> {
  const inserts = [...byTable]
    .filter(([, rows]) => rows.length > 0)
    .map(([table, rows]) => insertOf(table, rows))
  const last = inserts.pop()
  if (!last) return
  // Foreign keys are deferred, so the order among the tables does not matter.
  const before = inserts.map((insert, i) => sql`${nameSql(`w${i}`)} as (${insert})`)
  await tx.send(before.length > 0 ? sql`with ${joinSql(before, ', ')} ${last}` : last)
}

function insertOf(table: string, rows: readonly Readonly<Record<string, Stored>>[]): Sql {
  const columns = [...new Set(rows.flatMap((r) => Object.keys(r)))].sort()
  if (!/^[a-z]+\.[a-z_]+$/.test(table) || columns.some((c) => !/^[a-z][a-z0-9_]*$/.test(c)))
    throw new Error(`Defect: not a table or column name in ${table}`)
  const list = nameSql(columns.map((c) => `"${c}"`).join(', '))
  const json = JSON.stringify(rows, (_key, v: unknown) =>
    isBufferJson(v) ? `\\x${Buffer.from(v.data).toString('hex')}` : v,
  )
  return sql`insert into ${nameSql(table)} (${list}) select ${list} from jsonb_populate_recordset(null::${nameSql(table)}, ${json}::jsonb)`
}
function isBufferJson(v: unknown): v is { type: 'Buffer'; data: number[] } {
  return (
    typeof v === 'object' &&
    v !== null &&
    (v as { type?: unknown }).type === 'Buffer' &&
    Array.isArray((v as { data?: unknown }).data)
  )
}

/** Adds what every covered row carries, in the one place where it is added. */
export function stamped(row: CoveredRow, entry: string, at: string, by: string): Record<string, Stored> {
  return { ...row, entry, recorded_at: at, recorded_by: by }
}
