/** The SQL of the inventory: lists by every number and name on a cover, and what stands on a case that may be the same. */
import { normaliseNumber } from '#modules/cases/public.ts'
import { visible } from '#identity/sight.ts'
import type { Cx } from '#platform/cx.ts'
import { type Sql, noSql, sql, anywhere } from '#platform/sql.ts'
import { type FileRow, fileColumns, fileFrom } from './files.ts'
import { seesFile } from './sight.ts'

export interface FileListed extends FileRow {
  readonly case_number: string | null
  readonly pages: number
}
export interface InventoryFilter {
  readonly q?: string | undefined
  readonly box?: string | undefined
  readonly case?: string | undefined
  readonly tier?: string | undefined
  readonly state?: string | undefined
  readonly stage?: string | undefined
  readonly linked?: 'yes' | 'no' | undefined
}
const where = (cx: Cx, f: InventoryFilter): Sql => {
  const number = f.q ? normaliseNumber(f.q) : ''
  const like = f.q ? anywhere(f.q) : ''
  return sql`where ${seesFile(cx)} ${f.box ? sql`and n.box = ${f.box}` : noSql} ${f.case ? sql`and n.linked = ${f.case}` : noSql} ${f.tier ? sql`and n.tier = ${f.tier}` : noSql}
    ${f.state ? sql`and n.state = ${f.state}` : noSql} ${f.stage ? sql`and n.stage = ${f.stage}` : noSql}
    ${f.linked === 'yes' ? sql`and n.linked is not null` : f.linked === 'no' ? sql`and n.linked is null` : noSql}
    ${f.q ? sql`and (n.number ilike ${like} or n.barcode = ${number} or f.plain_numbers @> array[${number}]::text[] or f.title ilike ${like})` : noSql}`
}
const pages = sql`(select count(*)::int from archive.page p where p.file = n.file and not p.blank and not exists (select 1 from archive.scan_step w where w.scan = p.scan and w.kind = 'withdrawn')) as pages`
const listed = (cx: Cx): Sql =>
  sql`${fileColumns(cx)}, (select c.number from cases.public_case c where c.id = n.linked) as case_number, ${pages}`

export function listFiles(
  cx: Cx,
  f: InventoryFilter,
  page: { limit: number; cursor?: string | undefined },
): Promise<FileListed[]> {
  return cx.tx.many<FileListed>(
    sql`select ${listed(cx)} ${fileFrom} ${where(cx, f)} ${page.cursor ? sql`and n.number < ${page.cursor}` : noSql} order by n.number desc limit ${page.limit + 1}`,
  )
}
export const countFiles = async (cx: Cx, f: InventoryFilter): Promise<number> =>
  (
    await cx.tx.one<{ n: number }>(
      sql`select count(*)::int as n from (select 1 ${fileFrom} ${where(cx, f)} limit 1001) t`,
    )
  ).n
export const fileListed = (cx: Cx, id: string): Promise<FileListed> =>
  cx.tx.one<FileListed>(sql`select ${listed(cx)} ${fileFrom} where n.file = ${id}`)

export const namesOnCover = async (cx: Pick<Cx, 'tx'>, vault: string | null): Promise<string[]> =>
  vault === null
    ? []
    : ((
        await cx.tx.maybe<{ names: string[] }>(
          sql`select array(select jsonb_array_elements_text(v.value -> 'names')) as names from ledger.vault v where v.id = ${vault}`,
        )
      )?.names ?? [])

/** Cases of which somebody said about this file that they are, or are not, the same. */
export const linksOf = (cx: Cx, file: string) =>
  cx.tx.many<{
    case: string
    number: string
    verdict: string
    score: number
    by_name: string
    at: string
  }>(sql`
    select l."case", c.number, l.verdict, l.score, l.by_name, l.recorded_at as at from archive.link l join cases.public_case c on c.id = l."case"
     where l.file = ${file} and (${visible(cx, 'c.id')} or not c.sealed) order by l.id desc limit 50`)
/** Cases of which somebody's newest word about this file is one of these. */
export const casesSaid = async (
  cx: Pick<Cx, 'tx'>,
  file: string,
  verdicts: readonly string[],
): Promise<Set<string>> =>
  new Set(
    (
      await cx.tx.many<{ case: string }>(sql`
        select "case" from (select distinct on (l."case") l."case", l.verdict from archive.link l where l.file = ${file} order by l."case", l.id desc) newest where verdict = any(${verdicts as string[]})`)
    ).map((l) => l.case),
  )
