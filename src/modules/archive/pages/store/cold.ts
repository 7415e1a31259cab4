/** The SQL of cold stores: places, which batches are where, their files, and what counting them again found. */
import { ref, type Ref } from '#kernel/shapes.ts'
import { Refusal, notFound } from '#kernel/verdict.ts'
import type { CoveredRow, Cx, Ground, Protected } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { type Sql, noSql, sql } from '#platform/sql.ts'
import type { BatchState } from '../contract/batches.ts'
import type { ColdSaid, ColdState } from '../../shelves/contract.ts'
import { batchRef } from './batches.ts'

export interface ColdPlaceRow extends Protected {
  readonly id: string
  readonly label: string
  readonly kind: 'folder' | 'medium'
  readonly whereabouts: string
  readonly keeper: string
}
export const coldPlaceRef = (id: string): Ref => ref('archive.cold-place', id)
const placeColumns = sql`p.id, p.label, p.kind, p.whereabouts, p.keeper, true as may_see, null as unit`
export async function seeColdPlace(cx: Cx, id: string): Promise<ColdPlaceRow> {
  const row = await cx.tx.maybe<ColdPlaceRow>(
    sql`select ${placeColumns} from archive.cold_place p where p.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}
export const listColdPlaces = (cx: Pick<Cx, 'tx'>) =>
  cx.tx.many<
    ColdPlaceRow & { files: number; checked_at: string | null; checked: number | null; wrong: number | null }
  >(sql`
    select ${placeColumns}, (select count(distinct f.sha256)::int from archive.cold_file f join archive.cold_now c on c.batch = f.batch and c.place = p.id and c.state in ('cold', 'asked-back', 'coming-back') where f.place = p.id) as files,
           k.recorded_at as checked_at, k.checked, jsonb_array_length(k.wrong) as wrong
      from archive.cold_place p left join lateral (select * from archive.cold_check k where k.place = p.id order by k.recorded_at desc, k.id desc limit 1) k on true order by p.label limit 200`)

export interface ColdRow extends Protected {
  readonly id: string
  readonly number: string
  readonly state: BatchState
  readonly unread: number
  readonly cold: ColdState
  readonly seq: number
  readonly place: string | null
  readonly label: string | null
  readonly kind: 'folder' | 'medium' | null
  readonly whereabouts: string | null
  readonly keeper: string | null
  readonly files: number | null
  readonly bytes: number | null
  readonly since: string | null
  readonly words: string | null
  readonly by_name: string | null
}
const columns: Sql = sql`q.batch as id, q.number, q.state, coalesce(c.state, 'online') as cold, coalesce(c.seq, 0) as seq, c.place, p.label, p.kind, p.whereabouts, p.keeper, c.since, s.words, s.by_name,
  g.files, g.bytes::float8 as bytes, true as may_see, null as unit,
  (select count(*)::int from archive.page w join archive.page_text t on t.page = w.id where w.batch = q.batch and t.state = 'waiting') as unread`
const from: Sql = sql`from archive.batch_now q left join archive.cold_now c on c.batch = q.batch left join archive.cold_place p on p.id = c.place
  left join archive.cold_step s on s.batch = c.batch and s.seq = c.seq
  left join lateral (select g.files, g.bytes from archive.cold_step g where g.batch = q.batch and g.kind = 'gone' order by g.seq desc limit 1) g on true`
export async function seeCold(cx: Cx, batch: string, opts: { lock?: boolean } = {}): Promise<ColdRow> {
  if (opts.lock) await cx.lock([batchRef(batch)])
  const row = await cx.tx.maybe<ColdRow>(sql`select ${columns} ${from} where q.batch = ${batch}`)
  if (!row) throw notFound()
  return row
}
export const listCold = (
  cx: Cx,
  state: 'away' | 'asked-back' | 'all',
  page: { limit: number; cursor?: string | undefined },
): Promise<ColdRow[]> =>
  cx.tx.many<ColdRow>(sql`
    select ${columns} ${from} where c.batch is not null ${state === 'away' ? sql`and c.state <> 'online'` : state === 'asked-back' ? sql`and c.state = 'asked-back'` : noSql}
     ${page.cursor ? sql`and q.number < ${page.cursor}` : noSql} order by q.number desc limit ${page.limit + 1}`)
/** Of the batches in which a file was scanned those whose masters are not here. */
export const coldOfFile = (cx: Cx, file: string): Promise<ColdRow[]> =>
  cx.tx.many<ColdRow>(sql`
    select ${columns} ${from} where c.state in ('cold', 'asked-back', 'coming-back') and q.batch in (select w.batch from archive.page w where w.file = ${file}) order by q.number`)
export const coldOfPages = (cx: Pick<Cx, 'tx'>, pages: readonly string[]): Promise<ColdSaid[]> =>
  cx.tx.many<ColdSaid>(sql`
    select distinct p.label, p.whereabouts, p.keeper, c.state from archive.page w join archive.cold_now c on c.batch = w.batch join archive.cold_place p on p.id = c.place
     where w.id = any(${pages as string[]}::uuid[]) and c.state in ('cold', 'asked-back', 'coming-back') order by p.label`)
/** Says where it is and from whom to ask it back. */
export const pageIsCold = (at: { [K in 'label' | 'whereabouts' | 'keeper']: string | null }): Refusal =>
  new Refusal('conflict', 'archive.page-cold', {
    values: { label: at.label ?? '', whereabouts: at.whereabouts ?? '', keeper: at.keeper ?? '' },
    next: 'archive.next-ask-back',
  })
export const viewOf = (cx: Pick<Cx, 'tx'>, page: string): Promise<{ sha256: string } | undefined> =>
  cx.tx.maybe(sql`select sha256 from archive.page_view where page = ${page}`)

export function coldStep(
  cx: Cx,
  b: Pick<ColdRow, 'id' | 'seq'>,
  step: {
    kind: string
    state: ColdState
    place: string
    files?: number
    bytes?: number
    words?: string | null
  },
): CoveredRow {
  return {
    id: cx.newId(),
    batch: b.id,
    seq: b.seq + 1,
    kind: step.kind,
    state: step.state,
    place: step.place,
    files: step.files ?? 0,
    bytes: String(step.bytes ?? 0),
    words: step.words ?? null,
    by_name: cx.actor.name,
    at: cx.occurredAt,
  }
}
export const coldNow = (cx: Cx, step: CoveredRow): Promise<unknown> =>
  cx.tx.run(sql`
    insert into archive.cold_now (batch, place, state, seq, since) values (${step['batch'] as string}, ${step['place'] as string}, ${step['state'] as string}, ${step['seq'] as number}, ${cx.now})
    on conflict (batch) do update set place = excluded.place, state = excluded.state, seq = excluded.seq, since = excluded.since`)

/** Every file of a batch by its hash: the masters as they came, withdrawn ones too, and the picture of each page. */
export const filesOfBatch = async (tx: Pick<Tx, 'many'>, batch: string): Promise<string[]> =>
  (
    await tx.many<{ sha256: string }>(sql`
      select s.file as sha256 from archive.scan s where s.batch = ${batch} or exists (select 1 from archive.scan_step t where t.scan = s.id and t.batch = ${batch})
      union select w.sha256 from archive.page w where w.batch = ${batch} order by 1`)
  ).map((r) => r.sha256)
export const mayLeaveOnline = (
  cx: Pick<Cx, 'tx' | 'now'>,
  files: readonly string[],
  place: string,
): Promise<unknown> =>
  cx.tx.run(
    sql`insert into archive.cold_left (sha256, place, since) select unnest(${files as string[]}::text[]), ${place}, ${cx.now} on conflict (sha256) do update set place = excluded.place`,
  )
export const staysOnline = (cx: Pick<Cx, 'tx'>, files: readonly string[]): Promise<unknown> =>
  cx.tx.run(sql`delete from archive.cold_left where sha256 = any(${files as string[]})`)

/** Held until the transaction ends; false where another worker holds it. */
export const isAlone = async (tx: Tx): Promise<boolean> =>
  (
    await tx.one<{ got: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended('archive.move-masters', 0)) as got`,
    )
  ).got

/** For the worker: what was ordered, and what may leave. */
export const ordered = (ground: Ground) =>
  ground.db.direct.many<{ batch: string; state: ColdState; label: string; kind: 'folder' | 'medium' }>(
    sql`select c.batch, c.state, p.label, p.kind from archive.cold_now c join archive.cold_place p on p.id = c.place where c.state in ('leaving', 'coming-back') order by c.since limit 50`,
  )
/** Also another batch may hold the same bytes, or the same batch may have been ordered back: what anybody needs online stays. */
export const leftOnline = (ground: Ground, after: string) =>
  ground.db.direct.many<{ sha256: string; label: string; needed: boolean }>(sql`
    select l.sha256, p.label, exists (
        select 1 from archive.page w left join archive.cold_now c on c.batch = w.batch where w.sha256 = l.sha256 and coalesce(c.state, 'online') not in ('cold', 'asked-back'))
      or exists (select 1 from archive.scan s left join lateral (select * from archive.scan_step t where t.scan = s.id order by t.seq desc limit 1) t on true left join archive.cold_now c on c.batch = coalesce(t.batch, s.batch)
        where s.file = l.sha256 and coalesce(c.state, 'online') not in ('cold', 'asked-back')) as needed
      from archive.cold_left l join archive.cold_place p on p.id = l.place where l.sha256 > ${after} order by l.sha256 limit 200`)
export const forgetLeft = (ground: Ground, sha256: string): Promise<unknown> =>
  ground.db.direct.run(sql`delete from archive.cold_left where sha256 = ${sha256}`)
export const pagesToView = (ground: Ground, batch: string) =>
  ground.db.direct.many<{ id: string; sha256: string; turned: number; lean: string }>(sql`
    select w.id, w.sha256, coalesce(t.turned, w.turned) as turned, coalesce(t.lean, w.skew) as lean from archive.page w left join archive.page_text t on t.page = w.id
     where w.batch = ${batch} and not exists (select 1 from archive.page_view v where v.page = w.id) order by w.id`)
export const keepView = (ground: Ground, page: string, sha256: string): Promise<unknown> =>
  ground.db.direct.run(
    sql`insert into archive.page_view (page, sha256, media_type) values (${page}, ${sha256}, 'image/webp') on conflict (page) do update set sha256 = excluded.sha256`,
  )

export const lastColdChecked = async (cx: Pick<Cx, 'tx'>, place: string): Promise<string> => {
  const row = await cx.tx.maybe<{ until_file: string; whole: boolean }>(
    sql`select until_file, whole from archive.cold_check where place = ${place} order by recorded_at desc, id desc limit 1`,
  )
  return row && !row.whole ? row.until_file : ''
}
export const coldFilesBehind = async (
  cx: Pick<Cx, 'tx'>,
  place: string,
  after: string,
  most: number,
): Promise<string[]> =>
  (
    await cx.tx.many<{ sha256: string }>(sql`
      select distinct f.sha256 from archive.cold_file f join archive.cold_now c on c.batch = f.batch and c.place = f.place and c.state in ('cold', 'asked-back', 'coming-back')
       where f.place = ${place} and f.sha256 > ${after} order by f.sha256 limit ${most}`)
  ).map((r) => r.sha256)
/** Whether this file is away by intent: its hash was read back from a cold store. */
export const isColdFile = async (ground: Ground, sha256: string): Promise<boolean> =>
  (await ground.db.direct.maybe(sql`
    select 1 from archive.cold_file f join archive.cold_now c on c.batch = f.batch and c.place = f.place and c.state in ('cold', 'asked-back', 'coming-back') where f.sha256 = ${sha256} limit 1`)) !==
  undefined
export const placesOf = (ground: Ground) =>
  ground.db.direct.many<{ id: string; label: string }>(
    sql`select id, label from archive.cold_place order by label`,
  )
