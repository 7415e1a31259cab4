/** The SQL of keyed indexes: passes, what came of them, and whose turn it is. */
import type { Cx } from '#platform/cx.ts'
import { noSql, sql } from '#platform/sql.ts'
import type { Keyed } from '../contract/keying.ts'
import { type FileRow, fileColumns, fileFrom } from '../../shelves/store/files.ts'
import { seesFile } from '../../shelves/store/sight.ts'

export interface PassRow {
  readonly id: string
  readonly round: number
  readonly person: string
  readonly by_name: string
  readonly at: string
  readonly fields: readonly Keyed[]
}
export const passesOf = (cx: Pick<Cx, 'tx'>, file: string, generation: number): Promise<PassRow[]> =>
  cx.tx.many<PassRow>(sql`
    select k.id, k.round, k.recorded_by as person, k.by_name, k.recorded_at as at, v.value -> 'fields' as fields from archive.key_pass k join ledger.vault v on v.id = k.vault
     where k.file = ${file} and k.generation = ${generation} order by k.round`)
export const keyersOf = async (cx: Pick<Cx, 'tx'>, file: string, generation: number): Promise<string[]> =>
  (
    await cx.tx.many<{ person: string }>(
      sql`select recorded_by as person from archive.key_pass where file = ${file} and generation = ${generation} order by round`,
    )
  ).map((r) => r.person)

/** Files with pages that this person may still key: begun ones first, so that the second keying is not left behind. */
export const nextToKey = (
  cx: Cx,
  which: { file?: string | undefined; skip?: readonly string[] | undefined },
): Promise<FileRow | undefined> =>
  cx.tx.maybe<FileRow>(sql`
    select ${fileColumns(cx)} ${fileFrom} where n.stage = 'captured' and ${seesFile(cx)} ${which.file ? sql`and n.file = ${which.file}` : noSql} ${which.skip ? sql`and n.file <> all(${which.skip as string[]}::uuid[])` : noSql}
       and not exists (select 1 from archive.key_pass k where k.file = n.file and k.generation = n.generation and k.recorded_by = ${cx.actor.id})
     order by (select count(*) from archive.key_pass k where k.file = n.file and k.generation = n.generation) desc, n.tier, n.number limit 1`)
export const leftToKey = async (cx: Cx): Promise<number> =>
  (
    await cx.tx.one<{ n: number }>(sql`
      select count(*)::int as n ${fileFrom} where n.stage = 'captured' and ${seesFile(cx)}
        and not exists (select 1 from archive.key_pass k where k.file = n.file and k.generation = n.generation and k.recorded_by = ${cx.actor.id})`)
  ).n

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

export const listDiffering = (
  cx: Cx,
  page: { limit: number; cursor?: string | undefined; file?: string | undefined },
): Promise<FileRow[]> =>
  cx.tx.many<FileRow>(sql`
    select ${fileColumns(cx)} ${fileFrom} where n.stage = 'keyed' and ${seesFile(cx)} ${page.file ? sql`and n.file = ${page.file}` : noSql} ${page.cursor ? sql`and n.number > ${page.cursor}` : noSql} order by n.number limit ${page.limit + 1}`)
