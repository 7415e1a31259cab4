/** The SQL of pages: of withdrawn scans nothing is shown, but everything is kept. */
import type { Cx } from '#platform/cx.ts'
import { type Sql, noSql, sql } from '#platform/sql.ts'

/** `p` is a page of a scan that still counts. */
const counts: Sql = sql`not exists (select 1 from archive.scan_step w where w.scan = p.scan and w.kind = 'withdrawn')`
const numbered = (of: Sql): Sql =>
  sql`(select p.*, row_number() over (partition by p.file order by b.number, p.scan, p.place)::int as no from archive.page p join archive.batch b on b.id = p.batch where ${of} and ${counts})`

export interface CopyPage {
  readonly id: string
  readonly seq: number
  readonly place: number
  readonly document: string | null
  readonly sha256: string
  readonly master: string
  readonly width: number
  readonly height: number
  readonly turned: number
  readonly batch_number: string
  readonly by_name: string
  readonly scanned_at: string
}
/** Written pages in their order; blank sides are left out, and their places are told by the numbers. */
export const pagesToCopy = (cx: Cx, file: string, only?: readonly string[]): Promise<CopyPage[]> =>
  cx.tx.many<CopyPage>(sql`
    select p.id, p.no as seq, p.place, p.document, p.sha256, s.file as master, p.width, p.height, p.turned,
           b.number as batch_number, s.by_name, s.recorded_at as scanned_at
      from ${numbered(sql`p.file = ${file} and not p.blank`)} p join archive.scan s on s.id = p.scan join archive.batch b on b.id = p.batch
     where true ${only ? sql`and p.id = any(${only as string[]}::uuid[])` : noSql} order by p.no limit 500`)
