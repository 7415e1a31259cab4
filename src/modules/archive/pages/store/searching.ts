/** The SQL of the search over pages: terms by an index, then who may see, until the page of the answer is full. */
import type { Cx } from '#platform/cx.ts'
import { type Sql, noSql, sql } from '#platform/sql.ts'
import type { StoredWord } from '#formats/recognition/kept.ts'
import { seesPages } from '../../shelves/store/sight.ts'

/** Words on pages that are written nearly so: slips of a typewriter, or of a machine that reads. */
export const wordsAlike = async (cx: Pick<Cx, 'tx'>, word: string): Promise<string[]> =>
  (
    await cx.tx.many<{ term: string }>(
      sql`select term from archive.term where term % ${`w:${word}`} and similarity(term, ${`w:${word}`}) >= 0.5 order by similarity(term, ${`w:${word}`}) desc, term limit 8`,
    )
  ).map((r) => r.term)

export interface HitPage {
  readonly page: string
  readonly file: string
  readonly number: string
  readonly title: string | null
  readonly case: string | null
  readonly case_number: string | null
  readonly document: string | null
  readonly seq: number
  readonly width: number
  readonly height: number
  readonly turned: number
  readonly confidence: number | null
  readonly words: readonly StoredWord[]
}
interface Within {
  readonly file?: string | undefined
  readonly case?: string | undefined
}
/** So many are counted; more are told as more. */
const MOST = 1_000

/** Words that have one form go to the index together: it walks the rarest and looks the others up; a word with several forms is any of them. */
function holdsAll(groups: readonly (readonly string[])[]): Sql {
  const single = groups.filter((g) => g.length === 1).flat()
  const several = groups.filter((g) => g.length !== 1)
  return [
    ...(single.length > 0 ? [sql`t.terms @> ${single}::text[]`] : []),
    ...several.map((g) => sql`t.terms && ${g as string[]}::text[]`),
  ].reduce((a, b) => sql`${a} and ${b}`)
}

/**
 * Each group is a word of the question with every form that is accepted for it; a page has one of each group. Who may see is asked once for
 * each file and not for each of its pages: a word that stands everywhere stands on some hundred thousand. What was found is both shown and
 * counted, so it is found once.
 */
export async function pagesWith(
  cx: Cx,
  groups: readonly (readonly string[])[],
  f: Within,
  page: { limit: number; after: string | null },
): Promise<{ rows: HitPage[]; total: number }> {
  const rows = await cx.tx.many<HitPage & { readonly total: number }>(sql`
    with hit as materialized (
      select t.page, t.file from archive.page_text t where t.state = 'read' and ${holdsAll(groups)} ${f.file ? sql`and t.file = ${f.file}` : noSql}),
    seen as materialized (
      select n.file from archive.file_now n where n.file in (select file from hit) ${f.case ? sql`and n.linked = ${f.case}` : noSql} and ${seesPages(cx)}),
    shown as materialized (
      select h.page from hit h join seen s on s.file = h.file ${page.after ? sql`where h.page < ${page.after}::uuid` : noSql} order by h.page desc limit ${page.limit + 1}),
    counted as materialized (select count(*)::int as n from (select 1 from hit h join seen s on s.file = h.file limit ${MOST + 1}) c)
    select t.page, n.file, n.number, f.title, n.linked as "case", (select c.number from cases.public_case c where c.id = n.linked) as case_number, p.document, p.seq, p.width, p.height, p.turned, t.confidence, t.words, counted.n as total
      from shown h cross join counted join archive.page_text t on t.page = h.page join archive.page p on p.id = t.page join archive.file_now n on n.file = t.file join archive.file f on f.id = n.file
     order by t.page desc`)
  return { rows, total: rows[0]?.total ?? 0 }
}
