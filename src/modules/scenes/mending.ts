/** Rows as they should have been: a correction lies over its row, newest last, and the row itself stays. */
import type { Json } from '#kernel/canonical.ts'
import { Refusal } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { CorrectedKind } from './contract/attendance.ts'
import type { AttendanceRow } from './store/attendances.ts'
import { bornOf } from './store/attendances.ts'
import { seePhotograph } from './store/pictures.ts'
import { type CorrectionRow, correctionsOf, logOf, marksOf, measurementsOf } from './store/written.ts'
import { position } from './writing.ts'

type Fields = { [key: string]: Json }
/** What stands in the row of that kind, in the names of the contract. */
async function rowOf(cx: Cx, a: AttendanceRow, kind: CorrectedKind, id: string): Promise<Fields | undefined> {
  switch (kind) {
    case 'attendance': {
      if (id !== a.id) return undefined
      const born = await bornOf(cx, a.id)
      return { place: a.place, words: born.words, position: position(born) as Json }
    }
    case 'log': {
      const row = (await logOf(cx, a.id)).find((r) => r.id === id)
      return row && { kind: row.kind, organisation: row.organisation, why: row.why }
    }
    case 'mark': {
      const row = (await marksOf(cx, a.id)).find((r) => r.id === id)
      return row && { label: row.label, words: row.words, spot: row.spot }
    }
    case 'measurement': {
      const row = (await measurementsOf(cx, a.id)).find((r) => r.id === id)
      return (
        row && {
          from: row.from_words,
          to: row.to_words,
          value: row.value,
          unit: row.unit,
          words: row.words,
        }
      )
    }
    case 'photograph': {
      const row = await seePhotograph(cx, id)
      return row.attendance === a.id ? { caption: row.caption, spot: row.spot } : undefined
    }
  }
}

/** As it stands now, corrections laid over; refused where it is no row of this scene. */
export async function standingOf(cx: Cx, a: AttendanceRow, kind: CorrectedKind, id: string): Promise<Fields> {
  const row = await rowOf(cx, a, kind, id)
  if (!row) throw new Refusal('conflict', 'scenes.no-such-entry', { next: 'scenes.next-look-again' })
  const earlier = (await correctionsOf(cx, a.id)).filter((c) => c.corrects === id)
  return Object.assign({}, row, ...earlier.map((c) => c.becomes)) as Fields
}

export interface Mended {
  readonly id: string
  readonly was: Fields
  readonly becomes: Fields
  readonly why: string
  readonly by: string
  readonly at: string
}
export const mendedOf = (corrections: readonly CorrectionRow[], id: string): Mended[] =>
  corrections
    .filter((c) => c.corrects === id)
    .map((c) => ({ id: c.id, was: c.was, becomes: c.becomes, why: c.why, by: c.by_name, at: c.recorded_at }))
/** The row with every correction laid over it, and what was mended. */
export function mended<T extends { readonly id: string }>(
  row: T,
  corrections: readonly CorrectionRow[],
): T & { mended: Mended[] } {
  const of = mendedOf(corrections, row.id)
  return { ...Object.assign({}, row, ...of.map((m) => m.becomes)), mended: of } as T & { mended: Mended[] }
}
