/** The SQL of pages: of withdrawn scans nothing is shown, but everything is kept. */
import type { Turn } from '#formats/pages/page.ts'
import type { StoredProposal, StoredWord } from '#formats/recognition/kept.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { type Sql, noSql, sql } from '#platform/sql.ts'
import { isInside, seesPages } from '../../shelves/store/sight.ts'

/** `p` is a page of a scan that still counts. */
export const counts: Sql = sql`not exists (select 1 from archive.scan_step w where w.scan = p.scan and w.kind = 'withdrawn')`
const numbered = (of: Sql): Sql =>
  sql`(select p.*, row_number() over (partition by p.file order by b.number, p.scan, p.seq)::int as no from archive.page p join archive.batch b on b.id = p.batch where ${of} and ${counts})`

/** Pages of one copy: of a longer file several are made, each of its part. */
export const MOST_COPIED = 500
export interface CopyPage {
  readonly id: string
  readonly seq: number
  readonly place: number
  readonly document: string | null
  readonly sha256: string
  readonly master: string
  readonly width: number
  readonly height: number
  readonly turned: Turn
  readonly batch_number: string
  readonly by_name: string
  readonly scanned_at: string
  /** Written pages of the file, of which these may be a part. */
  readonly whole: number
}
/** Written pages in their order; blank sides are left out, and their places are told by the numbers. */
export const pagesToCopy = (
  cx: Cx,
  file: string,
  of: { pages?: readonly string[] | undefined; from?: number | undefined; to?: number | undefined },
): Promise<CopyPage[]> =>
  cx.tx.many<CopyPage>(sql`
    select p.id, p.no as seq, p.place, p.document, p.sha256, s.file as master, p.width, p.height, p.turned,
           b.number as batch_number, s.by_name, s.recorded_at as scanned_at,
           (select count(*)::int from archive.page p where p.file = ${file} and not p.blank and ${counts}) as whole
      from ${numbered(sql`p.file = ${file} and not p.blank`)} p join archive.scan s on s.id = p.scan join archive.batch b on b.id = p.batch
     where true ${of.pages ? sql`and p.id = any(${of.pages as string[]}::uuid[])` : noSql} ${of.from ? sql`and p.no >= ${of.from}` : noSql} ${of.to ? sql`and p.no <= ${of.to}` : noSql} order by p.no limit ${MOST_COPIED + 1}`)

export interface PageListed {
  readonly id: string
  readonly file: string
  readonly number: string
  readonly seq: number
  readonly document: string | null
  readonly sha256: string
  readonly width: number
  readonly height: number
  readonly dpi: number | null
  readonly turned: number
  readonly blank: boolean
  readonly state: 'waiting' | 'read' | 'quarantined' | null
  readonly confidence: number | null
  readonly problem: string | null
}
export const listPages = (
  cx: Cx,
  f: { file?: string | undefined; batch?: string | undefined },
  page: { limit: number; cursor?: string | undefined },
): Promise<PageListed[]> =>
  cx.tx.many<PageListed>(sql`
    select p.id, p.file, n.number, p.no as seq, p.document, p.sha256, p.width, p.height, p.dpi, p.turned, p.blank, t.state, t.confidence, t.problem
      from ${numbered(f.file ? sql`p.file = ${f.file}` : sql`p.file in (select k.file from archive.batch_count k where k.batch = ${f.batch ?? null})`)} p
      join archive.file_now n on n.file = p.file left join archive.page_text t on t.page = p.id
     where ${seesPages(cx)} ${f.batch ? sql`and p.batch = ${f.batch}` : noSql} order by n.number, p.no offset ${Number(page.cursor ?? 0)} limit ${page.limit + 1}`)

export interface PageSeen extends Protected {
  readonly id: string
  readonly sha256: string
  readonly media_type: string
  readonly turned: Turn
  readonly skew: string
  readonly number: string
  readonly file: string
  readonly root: string
}
/** Of a withdrawn scan only to our own people: what was laid into a wrong file is nobody's business outside. */
export async function seePage(cx: Cx, id: string): Promise<PageSeen> {
  const row = await cx.tx.maybe<PageSeen>(sql`
    select p.id, p.sha256, p.media_type, coalesce(t.turned, p.turned) as turned, coalesce(t.lean, p.skew) as skew, n.number, p.file, n.root, ${seesPages(cx)} and (${isInside(cx)} or ${counts}) as may_see,
           n.sensitive <> '{}' or coalesce((select c.sensitive from cases.public_case c where c.id = n.linked), false) as sensitive
      from archive.page p join archive.file_now n on n.file = p.file left join archive.page_text t on t.page = p.id where p.id = ${id}`)
  if (!row) throw notFound()
  return row
}
export interface TextRow {
  readonly state: string
  readonly engine: string | null
  readonly languages: string | null
  readonly confidence: number | null
  readonly problem: string | null
  readonly words: readonly StoredWord[] | null
  readonly proposals: readonly StoredProposal[] | null
}
/** What was proposed on pages that the caller may see: asked for by those who listed them. */
export const proposalsOn = async (
  cx: Pick<Cx, 'tx'>,
  pages: readonly string[],
): Promise<Map<string, readonly StoredProposal[]>> =>
  new Map(
    (
      await cx.tx.many<{ page: string; proposals: readonly StoredProposal[] | null }>(
        sql`select page, proposals from archive.page_text where page = any(${pages as string[]}::uuid[])`,
      )
    ).map(({ page, proposals }) => [page, proposals ?? []]),
  )
export const textOf = (cx: Pick<Cx, 'tx'>, page: string): Promise<TextRow | undefined> =>
  cx.tx.maybe<TextRow>(
    sql`select state, engine, languages, confidence, problem, words, proposals from archive.page_text where page = ${page}`,
  )

export interface CapturedPage {
  readonly number: string
  readonly place: number
  readonly sha256: string
  readonly master: string
  readonly blank: boolean
}
/** Every page of a batch that counts, blank sides too: what the certificate names is everything. */
export const pagesOfBatch = (cx: Pick<Cx, 'tx'>, batch: string): Promise<CapturedPage[]> =>
  cx.tx.many<CapturedPage>(sql`
    select n.number, p.place, p.sha256, s.file as master, p.blank from archive.page p join archive.file_now n on n.file = p.file join archive.scan s on s.id = p.scan
     where p.batch = ${batch} and ${counts} order by n.number, p.scan, p.seq limit 20000`)
