/** The SQL of releases: what was prepared, and the steps that let it leave. */
import { notFound } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { noSql, sql } from '#platform/sql.ts'
import type { Heading, Question } from '../contract.ts'
import { markOf, pageOf } from './figures.ts'

export interface Shown {
  readonly rows: readonly Heading[]
  readonly rowsEs: readonly Heading[]
  readonly columns: readonly Heading[]
  readonly columnsEs: readonly Heading[]
  readonly cells: readonly (readonly (number | null)[])[]
}
export interface ReleaseRow {
  id: string
  number: string
  title_en: string
  title_es: string
  asked: Question
  policy: { threshold: number; sensitive: boolean }
  as_of: string
  shown: Shown
  hidden: number
  audit: { narrowest: number | null }
  near: { number: string; cells: number }[]
  corrects: string | null
  corrected_by: string | null
  sha256: string
  recorded_at: string
  recorded_by: string | null
  by_name: string
  state: 'prepared' | 'approved' | 'returned' | 'published' | 'withdrawn'
  seq: number
  state_at: string
  published_at: string | null
  state_words: string | null
}
const columns = sql`r.id, 'D-' || lpad(r.number::text, 4, '0') as number, r.title_en, r.title_es, r.asked, r.policy, r.as_of, r.shown, r.hidden, r.audit, r.near, r.corrects, r.sha256, r.recorded_at, r.recorded_by,
  coalesce(p.name, '') as by_name, coalesce(s.kind, 'prepared') as state, coalesce(s.seq, 0) as seq, coalesce(s.recorded_at, r.recorded_at) as state_at, s.words as state_words,
  (select x.recorded_at from observatory.release_step x where x.release = r.id and x.kind = 'published' order by x.seq limit 1) as published_at,
  (select 'D-' || lpad(n.number::text, 4, '0') from observatory.release n where n.corrects = r.id order by n.number desc limit 1) as corrected_by`
const from = sql`observatory.release r left join identity.person p on p.id = r.recorded_by
  left join lateral (select * from observatory.release_step x where x.release = r.id order by x.seq desc limit 1) s on true`

export async function releaseById(cx: Pick<Cx, 'tx'>, id: string): Promise<ReleaseRow> {
  const row = await cx.tx.maybe<ReleaseRow>(sql`select ${columns} from ${from} where r.id = ${id}`)
  if (!row) throw notFound()
  return row
}

export async function listReleases(
  cx: Pick<Cx, 'tx'>,
  asked: { limit: number; cursor?: string | undefined; show: 'waiting' | 'published' | 'all' },
): Promise<{ rows: ReleaseRow[]; nextCursor: string | null }> {
  const only = {
    all: noSql,
    published: sql`and s.kind = 'published'`,
    waiting: sql`and coalesce(s.kind, 'prepared') in ('prepared','approved')`,
  }[asked.show]
  const rows = await cx.tx.many<ReleaseRow>(
    sql`select ${columns} from ${from} where true ${only} ${asked.cursor ? sql`and r.id < ${markOf(asked.cursor)}::uuid` : noSql} order by r.id desc limit ${asked.limit + 1}`,
  )
  return pageOf(rows, asked.limit)
}

const wasPublic = sql`exists (select 1 from observatory.release_step x where x.release = r.id and x.kind = 'published')`
/** What is public and what was withdrawn, for a page: the newest two hundred. */
export function everPublished(cx: Pick<Cx, 'tx'>): Promise<ReleaseRow[]> {
  return cx.tx.many<ReleaseRow>(
    sql`select ${columns} from ${from} where ${wasPublic} order by r.number desc limit 200`,
  )
}
/** Everything of a data set that was ever public, also what was withdrawn: whoever took it still has it, however long ago. */
export function publicOf(cx: Pick<Cx, 'tx'>, dataset: string): Promise<ReleaseRow[]> {
  return cx.tx.many<ReleaseRow>(
    sql`select ${columns} from ${from} where ${wasPublic} and r.asked->>'dataset' = ${dataset} order by r.number`,
  )
}
/** One table goes public at a time, so that each is compared with all others. */
export async function oneGoesPublic(cx: Pick<Cx, 'tx'>): Promise<void> {
  await cx.tx.many(sql`select pg_advisory_xact_lock(hashtext('observatory.publish-release'))`)
}

export async function nextReleaseNumber(cx: Pick<Cx, 'tx'>): Promise<number> {
  return (
    await cx.tx.one<{ n: number }>(
      sql`select coalesce(max(number), 0)::int + 1 as n from observatory.release`,
    )
  ).n
}

export function stepsOf(cx: Pick<Cx, 'tx'>, release: string) {
  return cx.tx.many<{
    kind: string
    by: string
    at: string
    words: string | null
    legalBasis: string | null
  }>(
    sql`select s.kind, coalesce(p.name, '') as by, s.recorded_at as at, s.words, s.legal_basis as "legalBasis" from observatory.release_step s left join identity.person p on p.id = s.recorded_by where s.release = ${release} order by s.seq`,
  )
}
