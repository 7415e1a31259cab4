/** Where a page of a list ended, in the order that was asked for: written into a mark, read from one, and the page cut by it. */
import { Refusal } from '#kernel/verdict.ts'

/** The values at which the last page ended; null at the beginning. */
export function readCursor(cursor: string | undefined, parts: number): string[] | null {
  if (cursor === undefined) return null
  const read = Buffer.from(cursor, 'base64url').toString('utf8').split('\n')
  if (read.length !== parts) throw new Refusal('invalid', 'cursor-unknown', { next: 'cursor-unknown-next' })
  return read
}
export const writeCursor = (...parts: readonly string[]): string =>
  Buffer.from(parts.join('\n'), 'utf8').toString('base64url')

/** Of one row more than the page holds: the page, and the mark of the next. */
export function cutPage<Row>(
  rows: readonly Row[],
  limit: number,
  mark: (last: Row) => readonly string[],
): { rows: Row[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, nextCursor: rows.length > limit && last ? writeCursor(...mark(last)) : null }
}
