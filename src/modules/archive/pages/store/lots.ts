/** The SQL of lots: what may be drawn, what was drawn, what was seen. */
import { ref, type Ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { type Sql, noSql, sql } from '#platform/sql.ts'
import type { Keyed } from '../contract/keying.ts'
import type { LotKind } from '../contract/lots.ts'
import { counts } from './pages.ts'
import { seesFile } from '../../shelves/store/sight.ts'

/** `p` is a page of a batch that was counted whole: what is still being scanned is in no lot. */
const captured: Sql = sql`exists (select 1 from archive.batch_now q where q.batch = p.batch and q.state = 'reconciled')`

export interface LotRow extends Protected {
  readonly id: string
  readonly number: string
  readonly kind: LotKind
  readonly state: 'drawn' | 'accepted' | 'rejected'
  readonly files: number
  readonly size: number
  readonly sample: number
  readonly accept: number
  readonly reject: number
  readonly quality: string
  readonly letter: string | null
  readonly inspected: number
  readonly faults: number
  readonly at: string
  readonly by_name: string
  readonly seq: number
  readonly seed: string
}
export const lotRef = (id: string): Ref => ref('archive.lot', id)
const columns: Sql = sql`l.id, l.number, l.kind, s.kind as state, s.seq, (select count(*)::int from archive.lot_file f where f.lot = l.id) as files, l.size, l.sample, l.accept, l.reject, l.quality, l.letter, l.seed,
  (select count(*)::int from archive.inspection i where i.lot = l.id) as inspected, (select count(*)::int from archive.inspection i where i.lot = l.id and not i.good) as faults, l.recorded_at as at, l.by_name, true as may_see, null as unit`
const from: Sql = sql`from archive.lot l join lateral (select * from archive.lot_step s where s.lot = l.id order by s.seq desc limit 1) s on true`
export async function seeLot(cx: Cx, id: string, opts: { lock?: boolean } = {}): Promise<LotRow> {
  if (opts.lock) await cx.lock([lotRef(id)])
  const row = await cx.tx.maybe<LotRow>(sql`select ${columns} ${from} where l.id = ${id}`)
  if (!row) throw notFound()
  return row
}
export const listLots = (
  cx: Cx,
  f: { state: string; kind?: string | undefined },
  page: { limit: number; cursor?: string | undefined },
): Promise<LotRow[]> =>
  cx.tx.many<LotRow>(
    sql`select ${columns} ${from} where true ${f.state === 'all' ? noSql : sql`and s.kind = ${f.state}`} ${f.kind ? sql`and l.kind = ${f.kind}` : noSql} ${page.cursor ? sql`and l.number < ${page.cursor}` : noSql} order by l.number desc limit ${page.limit + 1}`,
  )
/** Files that wait for inspection of their pages (captured and beyond) or their index, in no open or accepted lot of that kind and generation. */
export const filesForLot = (
  cx: Cx,
  f: { kind: LotKind; batch?: string | undefined; limit: number; only?: readonly string[] },
): Promise<{ file: string; root: string; generation: number }[]> =>
  cx.tx.many(sql`
    select n.file, n.root, n.generation from archive.file_now n where ${seesFile(cx)} and n.state not in ('destroyed', 'transferred') and ${f.only ? sql`n.file = any(${f.only as string[]}::uuid[]) and` : noSql} ${f.kind === 'index' ? sql`n.stage = 'indexed'` : sql`n.stage in ('captured', 'keyed', 'indexed')`}
       ${f.batch ? sql`and exists (select 1 from archive.batch_count k where k.batch = ${f.batch} and k.file = n.file)` : noSql}
       and not exists (select 1 from archive.lot_file o join archive.lot ol on ol.id = o.lot and ol.kind = ${f.kind} where o.file = n.file and o.generation = n.generation
                          and (select t.kind from archive.lot_step t where t.lot = ol.id order by t.seq desc limit 1) <> 'rejected')
     order by n.since, n.number limit ${f.limit}`)
export const unitsForLot = (
  cx: Cx,
  kind: LotKind,
  files: readonly { file: string; generation: number }[],
): Promise<{ id: string; root: string }[]> =>
  kind === 'pages'
    ? cx.tx.many(sql`
        select p.id, n.root from archive.page p join archive.file_now n on n.file = p.file where p.file = any(${files.map((f) => f.file)}::uuid[]) and not p.blank and ${counts} and ${captured} order by p.id`)
    : cx.tx.many(sql`
        select i.id, i.root from (select distinct on (v.file, v.field) v.id, n.root from archive.index_value v join archive.file_now n on n.file = v.file and n.generation = v.generation where v.file = any(${files.map((f) => f.file)}::uuid[]) order by v.file, v.field, v.seq desc) i order by i.id`)

export interface UnitRow {
  readonly id: string
  readonly seq: number
  readonly page: string | null
  readonly file: string
  readonly number: string
  readonly document: string | null
  readonly field: string | null
  readonly value: Keyed | null
  readonly good: boolean | null
  readonly fault: string | null
  readonly by: string | null
}
/** What was drawn, as far as the reader may see it, with what was seen. */
export const unitsOf = (cx: Cx, lot: string): Promise<UnitRow[]> =>
  cx.tx.many<UnitRow>(sql`
    select u.id, u.seq, u.page, n.file, n.number, p.document, i.field, v.value, o.good, o.fault, o.by_name as by
      from archive.lot_unit u left join archive.page p on p.id = u.page left join archive.index_value i on i.id = u.index_value left join ledger.vault v on v.id = i.vault
      join archive.file_now n on n.file = coalesce(p.file, i.file) left join archive.inspection o on o.unit = u.id
     where u.lot = ${lot} and ${seesFile(cx)} order by u.seq limit 1300`)
/** Whether this person scanned, keyed, decided or put right anything of the lot, drawn or not. */
export const ownWork = async (cx: Cx, lot: string, kind: LotKind): Promise<boolean> =>
  (await cx.tx.maybe(
    kind === 'pages'
      ? sql`select 1 from archive.lot_file f join archive.page p on p.file = f.file join archive.scan s on s.id = p.scan where f.lot = ${lot} and s.recorded_by = ${cx.actor.id} limit 1`
      : sql`
          select 1 from archive.lot_file f where f.lot = ${lot}
             and (exists (select 1 from archive.key_pass k where k.file = f.file and k.generation = f.generation and k.recorded_by = ${cx.actor.id})
               or exists (select 1 from archive.index_value v where v.file = f.file and v.generation = f.generation and v.recorded_by = ${cx.actor.id})) limit 1`,
  )) !== undefined
/** Of a lot the files of which it still speaks: what was scanned or keyed anew since is another lot's. */
export const filesOfLot = (cx: Pick<Cx, 'tx'>, lot: string): Promise<{ file: string }[]> =>
  cx.tx.many(
    sql`select f.file from archive.lot_file f join archive.file_now n on n.file = f.file and n.generation = f.generation where f.lot = ${lot}`,
  )
export const batchesOfFiles = (cx: Pick<Cx, 'tx'>, files: readonly string[]): Promise<{ batch: string }[]> =>
  cx.tx.many(
    sql`select distinct p.batch from archive.page p where p.file = any(${files as string[]}::uuid[]) and ${counts} and ${captured} order by p.batch`,
  )
/** Files with a page in one of these batches: what is withdrawn of one is withdrawn of all. */
export const filesOfBatches = async (cx: Pick<Cx, 'tx'>, batches: readonly string[]): Promise<string[]> =>
  (
    await cx.tx.many<{ file: string }>(
      sql`select distinct p.file from archive.page p where p.batch = any(${batches as string[]}::uuid[]) and ${counts}`,
    )
  ).map((r) => r.file)
/** Every scan of these batches that counts, however many there are. */
export const scansThatCount = (
  cx: Pick<Cx, 'tx'>,
  batches: readonly string[],
): Promise<{ id: string; name: string; seq: number; batch: string }[]> =>
  cx.tx.many(sql`
    select s.id, s.name, t.seq, coalesce(t.batch, s.batch) as batch from archive.scan s join lateral (select * from archive.scan_step t where t.scan = s.id order by t.seq desc limit 1) t on true
     where coalesce(t.batch, s.batch) = any(${batches as string[]}::uuid[]) and t.kind = 'opened' order by s.id`)
export const acceptedKinds = (
  cx: Pick<Cx, 'tx'>,
  files: readonly string[],
): Promise<{ file: string; kind: LotKind }[]> =>
  cx.tx.many(sql`
    select distinct f.file, l.kind from archive.lot_file f join archive.lot l on l.id = f.lot join archive.file_now n on n.file = f.file and n.generation = f.generation
     where f.file = any(${files as string[]}::uuid[]) and (select t.kind from archive.lot_step t where t.lot = l.id order by t.seq desc limit 1) = 'accepted'`)
