/** The SQL of scans: as they came, what became of them, and the pages that a machine found in them. */
import { ref, type Ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Ground, Protected } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

export interface ScanRow extends Protected {
  readonly id: string
  readonly batch: string | null
  readonly generation: number
  readonly feeding: 'fronts-then-backs' | null
  readonly file: string
  readonly name: string
  readonly by_name: string
  readonly state: 'waiting' | 'opened' | 'quarantined' | 'withdrawn'
  readonly seq: number
  readonly work: 'waiting' | 'found' | 'recorded'
  readonly pages: number | null
  readonly code: string | null
  readonly problem: string | null
}
export const scanRef = (id: string): Ref => ref('archive.scan', id)
export async function seeScan(cx: Cx, id: string, opts: { lock?: boolean } = {}): Promise<ScanRow> {
  if (opts.lock) await cx.lock([scanRef(id)])
  const row = await cx.tx.maybe<ScanRow>(sql`
    select s.id, coalesce(t.batch, s.batch) as batch, s.generation, s.feeding, s.file, s.name, s.by_name, coalesce(t.kind, 'waiting') as state, coalesce(t.seq, 0) as seq, w.state as work, w.pages, w.code, w.problem, true as may_see, null as unit
      from archive.scan s join archive.scan_work w on w.scan = s.id left join lateral (select * from archive.scan_step t where t.scan = s.id order by t.seq desc limit 1) t on true where s.id = ${id}`)
  if (!row) throw notFound()
  return row
}
export interface ScanListed {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly size: number
  readonly state: 'waiting' | 'opened' | 'quarantined' | 'withdrawn'
  readonly pages: number
  readonly why: string | null
  readonly by: string
  readonly at: string
}
/** What somebody has to do something about first: a batch may hold more scans than are listed. */
export const scansOf = (cx: Cx, batch: string): Promise<ScanListed[]> =>
  cx.tx.many<ScanListed>(sql`
    select s.id, s.name, s.file as sha256, s.size::float8 as size, coalesce(t.kind, 'waiting') as state, coalesce(t.pages, 0) as pages, t.words as why, s.by_name as by, s.recorded_at as at
      from archive.scan s left join lateral (select * from archive.scan_step t where t.scan = s.id order by t.seq desc limit 1) t on true
     where coalesce(t.batch, s.batch) = ${batch} order by coalesce(t.kind, '') <> 'quarantined', s.id limit 500`)
/** Scans that never found a batch: nobody's until somebody scans them again with their cover. */
export const strayScans = (cx: Cx): Promise<ScanListed[]> =>
  cx.tx.many<ScanListed>(sql`
    select s.id, s.name, s.file as sha256, s.size::float8 as size, coalesce(t.kind, 'waiting') as state, 0 as pages, t.words as why, s.by_name as by, s.recorded_at as at
      from archive.scan s left join lateral (select * from archive.scan_step t where t.scan = s.id order by t.seq desc limit 1) t on true
     where s.batch is null and t.batch is null and t.kind is distinct from 'withdrawn' order by s.id desc limit 100`)
/** How often each of these came before, and whether one of them still counts: what was withdrawn may come again. */
export const knownScans = async (
  cx: Pick<Cx, 'tx'>,
  files: readonly string[],
  batch: string | null,
  generation: number,
): Promise<Map<string, { times: number; counts: boolean }>> =>
  new Map(
    (
      await cx.tx.many<{ file: string; times: number; counts: boolean }>(sql`
        select s.file, count(*)::int as times, bool_or(not exists (select 1 from archive.scan_step w where w.scan = s.id and w.kind = 'withdrawn')) as counts
          from archive.scan s where s.file = any(${files as string[]}) and s.batch is not distinct from ${batch} and s.generation = ${generation} group by s.file`)
    ).map(({ file, ...known }) => [file, known]),
  )
export const insertScanWork = (cx: Cx, scans: readonly string[]): Promise<unknown> =>
  cx.tx.run(
    sql`insert into archive.scan_work (scan, state, since) select unnest(${scans as string[]}::uuid[]), 'waiting', ${cx.now}`,
  )
export const scanRecorded = (cx: Cx, scan: string): Promise<unknown> =>
  cx.tx.run(sql`update archive.scan_work set state = 'recorded' where scan = ${scan}`)

export interface FoundPage {
  readonly place: number
  readonly codes: string[]
  readonly blank: boolean
  readonly turned: number
  readonly lean: string
  readonly sha256: string
  readonly media_type: string
  readonly width: number
  readonly height: number
  readonly dpi: number | null
}
export const foundPages = (cx: Pick<Cx, 'tx'>, scan: string): Promise<FoundPage[]> =>
  cx.tx.many<FoundPage>(
    sql`select place, codes, blank, turned, lean, sha256, media_type, width, height, dpi from archive.page_found where scan = ${scan} order by place`,
  )
export const forgetFound = (cx: Pick<Cx, 'tx'>, scan: string): Promise<unknown> =>
  cx.tx.run(sql`delete from archive.page_found where scan = ${scan}`)

/** Locks one scan that nobody else holds. */
export const claimScan = (tx: Tx): Promise<{ scan: string; file: string; name: string } | undefined> =>
  tx.maybe(sql`
    select w.scan, s.file, s.name from archive.scan_work w join archive.scan s on s.id = w.scan
     where w.state = 'waiting' order by w.since, w.scan limit 1 for update of w skip locked`)
export const lastFound = async (ground: Ground, scan: string): Promise<number> =>
  (
    await ground.db.direct.one<{ last: number }>(
      sql`select coalesce(max(place), 0)::int as last from archive.page_found where scan = ${scan}`,
    )
  ).last
/** Outside of the transaction that holds the scan: it stays, whatever becomes of the worker; and who comes a page further begins anew. */
export const keepFound = (ground: Ground, scan: string, page: FoundPage): Promise<unknown> =>
  ground.db.direct.run(sql`
    with further as (delete from archive.begun where thing = ${scan})
    insert into archive.page_found (scan, place, codes, blank, turned, lean, sha256, media_type, width, height, dpi)
    values (${scan}, ${page.place}, ${page.codes}, ${page.blank}, ${page.turned}, ${page.lean}, ${page.sha256}, ${page.media_type}, ${page.width}, ${page.height}, ${page.dpi}) on conflict (scan, place) do nothing`)
export const scanFound = (
  tx: Tx,
  scan: string,
  found: { pages: number; code: string | null; problem: string | null },
): Promise<unknown> =>
  tx.run(
    sql`update archive.scan_work set state = 'found', pages = ${found.pages}, code = ${found.code}, problem = ${found.problem} where scan = ${scan}`,
  )
/** Found and not recorded yet: the worker ended in between. */
export const foundScans = (ground: Ground): Promise<{ scan: string }[]> =>
  ground.db.direct.many(sql`select scan from archive.scan_work where state = 'found' order by since limit 50`)
