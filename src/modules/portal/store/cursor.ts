/** The mark of a page: the instant and the id of its last row, newest first. */
import { Refusal } from '#kernel/verdict.ts'
import { type Sql, sql } from '#platform/sql.ts'

/** A condition that begins after the mark, where the newest comes first; none without one. */
export const cursorBefore = (cursor: string | undefined, at: Sql, id: Sql): Sql[] =>
  read(cursor).map(([instant, key]) => sql`(${at}, ${id}) < (${instant}::timestamptz, ${key}::uuid)`)

/** The same, where the next comes first. */
export const cursorBeyond = (cursor: string | undefined, at: Sql, id: Sql): Sql[] =>
  read(cursor).map(([instant, key]) => sql`(${at}, ${id}) > (${instant}::timestamptz, ${key}::uuid)`)

function read(cursor: string | undefined): [string, string][] {
  if (cursor === undefined) return []
  const [instant, key] = Buffer.from(cursor, 'base64url').toString('utf8').split('\n')
  if (!instant || !key || Number.isNaN(Date.parse(instant)) || !/^[0-9a-f-]{36}$/.test(key))
    throw new Refusal('invalid', 'portal.cursor')
  return [[instant, key]]
}

/** A page of what was read with one row too many, and the mark of the next. */
export function cursorAfter<Row extends { readonly id: string }>(
  rows: readonly Row[],
  limit: number,
  at: (row: Row) => string = (row) => (row as unknown as { recorded_at: string }).recorded_at,
): { rows: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page,
    nextCursor:
      rows.length > limit && last ? Buffer.from(`${at(last)}\n${last.id}`).toString('base64url') : null,
  }
}
