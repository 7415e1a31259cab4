/** The SQL of keyed indexes: passes, what came of them, and whose turn it is. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import type { Keyed } from '../contract/keying.ts'

export interface ValueRow {
  readonly id: string
  readonly file: string
  readonly field: string
  readonly seq: number
  readonly how: 'agreed' | 'differs' | 'decided' | 'corrected'
  readonly value: Keyed
  readonly first: string | null
  readonly second: string | null
  readonly why: string | null
  readonly by_name: string
  readonly at: string
}
/** What the index says today: of each field the newest row of the present generation, with who keyed and who decided. */
export const valuesOf = (
  cx: Pick<Cx, 'tx'>,
  file: string,
  generation: number,
): Promise<(ValueRow & { first_name: string | null; second_name: string | null })[]> =>
  cx.tx.many<ValueRow & { first_name: string | null; second_name: string | null }>(sql`
    select distinct on (i.field) i.id, i.file, i.field, i.seq, i.how, v.value, i.first, i.second, i.why, i.by_name, i.recorded_at as at,
           (select k.by_name from archive.key_pass k where k.id = i.first) as first_name, (select k.by_name from archive.key_pass k where k.id = i.second) as second_name
      from archive.index_value i join ledger.vault v on v.id = i.vault where i.file = ${file} and i.generation = ${generation} order by i.field, i.seq desc`)
