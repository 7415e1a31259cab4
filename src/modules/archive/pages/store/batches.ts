/** The SQL of batches: what was counted, which sheets lie in it, what came of it. */
import { ref, type Ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import type { CoveredRow, Cx, Protected } from '#platform/cx.ts'
import { type Sql, noSql, sql, anywhere } from '#platform/sql.ts'
import type { BatchState } from '../contract/batches.ts'
import { counts } from './pages.ts'
import { seesFile } from '../../shelves/store/sight.ts'

export interface BatchRow extends Protected {
  readonly id: string
  readonly number: string
  readonly unit: null
  readonly state: BatchState
  readonly generation: number
  readonly seq: number
  readonly since: string
  readonly scanner: string | null
  readonly dpi: number
  readonly colour: string
  readonly words: string | null
  readonly request: string | null
  readonly by_name: string
  readonly files: number
  readonly counted: number
  readonly scanned: number
  readonly waiting: number
  readonly quarantined: number
}
export const batchRef = (id: string): Ref => ref('archive.batch', id)
const newestCount: Sql = sql`(select distinct on (k.file) k.file, k.pages, k.root from archive.batch_count k where k.batch = q.batch order by k.file, k.seq desc)`
// Also what came without its batch and is set aside because of what lies in it.
const setAside: Sql = sql`(select count(*)::int from (
    select s.id from archive.scan s where s.batch = q.batch union select t.scan from archive.scan_step t where t.batch = q.batch) of_batch
    where (select t.kind from archive.scan_step t where t.scan = of_batch.id order by t.seq desc limit 1) = 'quarantined')`
const columns: Sql = sql`q.batch as id, q.number, null as unit, true as may_see, q.state, q.generation, q.seq, q.since, b.scanner, b.dpi, b.colour, b.words, b.request, b.by_name,
  (select count(*)::int from ${newestCount} k) as files, (select coalesce(sum(k.pages), 0)::int from ${newestCount} k) as counted,
  (select count(*)::int from archive.page p where p.batch = q.batch and not p.blank and ${counts}) as scanned,
  (select count(*)::int from archive.scan s where s.batch = q.batch and not exists (select 1 from archive.scan_step t where t.scan = s.id)) as waiting,
  ${setAside} as quarantined`
const from: Sql = sql`from archive.batch_now q join archive.batch b on b.id = q.batch`

export async function seeBatch(cx: Cx, id: string, opts: { lock?: boolean } = {}): Promise<BatchRow> {
  if (opts.lock) await cx.lock([batchRef(id)])
  const row = await cx.tx.maybe<BatchRow>(sql`select ${columns} ${from} where q.batch = ${id}`)
  if (!row) throw notFound()
  return row
}
export const listBatches = (
  cx: Cx,
  f: { state: 'open' | 'reconciled' | 'all'; q?: string | undefined },
  page: { limit: number; cursor?: string | undefined },
): Promise<BatchRow[]> =>
  cx.tx.many<BatchRow>(sql`
    select ${columns} ${from} where true ${f.state === 'open' ? sql`and q.state <> 'reconciled'` : f.state === 'reconciled' ? sql`and q.state = 'reconciled'` : noSql}
     ${f.q ? sql`and q.number ilike ${anywhere(f.q)}` : noSql} ${page.cursor ? sql`and q.number < ${page.cursor}` : noSql} order by q.number desc limit ${page.limit + 1}`)

export interface BatchFileRow {
  readonly file: string
  readonly root: string
  readonly number: string
  readonly title: string | null
  readonly counted: number
  readonly scanned: number
  readonly blank: number
  readonly removed: number
  readonly read: number
  readonly seq: number
}
/** Counted against scanned, file by file; `all` for the rule that compares them, else only those the reader may see. */
export const batchFiles = (cx: Cx, batch: string, opts: { all?: boolean } = {}): Promise<BatchFileRow[]> =>
  cx.tx.many<BatchFileRow>(sql`
    select k.file, n.root, n.number, f.title, k.pages as counted, k.seq,
           (select count(*)::int from archive.page p where p.batch = ${batch} and p.file = k.file and not p.blank and ${counts}) as scanned,
           (select count(*)::int from archive.page p where p.batch = ${batch} and p.file = k.file and p.blank and ${counts}) as blank,
           (select count(*)::int from archive.batch_sheet s where s.batch = ${batch} and s.file = k.file and s.kind = 'removed') as removed,
           (select count(*)::int from archive.page p join archive.page_text t on t.page = p.id where p.batch = ${batch} and p.file = k.file and t.state <> 'waiting' and ${counts}) as read
      from (select distinct on (k.file) k.file, k.pages, k.seq from archive.batch_count k where k.batch = ${batch} order by k.file, k.seq desc) k
      join archive.file_now n on n.file = k.file join archive.file f on f.id = k.file where ${opts.all ? sql`true` : seesFile(cx)} order by n.number`)

export interface SheetRow {
  readonly id: string
  readonly batch: string
  readonly file: string
  readonly kind: 'cover' | 'separator' | 'removed'
  readonly code: string
  readonly document: string | null
  readonly removed: string | null
  readonly kept_at: string | null
  readonly words: string | null
  readonly number: string
}
export const sheetsOf = (cx: Cx, batch: string): Promise<SheetRow[]> =>
  cx.tx.many<SheetRow>(sql`
    select s.id, s.batch, s.file, s.kind, s.code, s.document, s.removed, s.kept_at, s.words, n.number from archive.batch_sheet s join archive.file_now n on n.file = s.file where s.batch = ${batch} and ${seesFile(cx)} order by s.seq`)
export const sheetsByCode = (
  cx: Pick<Cx, 'tx'>,
  codes: readonly string[],
): Promise<Omit<SheetRow, 'number'>[]> =>
  cx.tx.many(
    sql`select id, batch, file, kind, code, document, removed, kept_at, words from archive.batch_sheet where code = any(${codes as string[]})`,
  )
export function batchStep(
  cx: Cx,
  b: Pick<BatchRow, 'id' | 'seq' | 'generation'>,
  kind: BatchState,
  words: string | null = null,
): CoveredRow {
  return {
    id: cx.newId(),
    batch: b.id,
    seq: b.seq + 1,
    kind,
    generation: kind === 'rejected' ? b.generation + 1 : b.generation,
    words,
    by_name: cx.actor.name,
    at: cx.occurredAt,
  }
}
export const insertBatchNow = (
  cx: Cx,
  b: { id: string; number: string; unit: string | null },
): Promise<unknown> =>
  cx.tx.run(
    sql`insert into archive.batch_now (batch, number, unit, state, generation, seq, since) values (${b.id}, ${b.number}, ${b.unit}, 'prepared', 1, 1, ${cx.now})`,
  )
export const batchNow = (cx: Cx, step: CoveredRow): Promise<unknown> =>
  cx.tx.run(
    sql`update archive.batch_now set state = ${step['kind'] as string}, generation = ${step['generation'] as number}, seq = ${step['seq'] as number}, since = ${cx.now} where batch = ${step['batch'] as string}`,
  )
