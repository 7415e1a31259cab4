/** The SQL of cold stores: places, which batches are where, their files, and what counting them again found. */
import { ref, type Ref } from '#kernel/shapes.ts'
import { Refusal, notFound } from '#kernel/verdict.ts'
import type { CoveredRow, Cx, Ground, Protected } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import type { ColdCopy } from '#platform/away.ts'
import { type Sql, noSql, sql } from '#platform/sql.ts'
import type { BatchState } from '../contract/batches.ts'
import type { Bundle } from '../contract/cold.ts'
import type { ColdSaid, ColdState } from '../../shelves/contract.ts'
import { visible } from '#identity/sight.ts'
import { keepers } from '../../roles.ts'
import { batchRef } from './batches.ts'

export interface ColdPlaceRow extends Protected {
  readonly id: string
  readonly label: string
  readonly kind: 'folder' | 'medium'
  readonly whereabouts: string
  readonly keeper: string
}
export type ColdPlaceNamed = Pick<ColdPlaceRow, 'label' | 'kind'>
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
    select ${placeColumns}, (select count(distinct f.sha256)::int from archive.cold_file f join archive.cold_now c on c.bundle = coalesce(f.batch, f.attendance) and c.place = p.id and c.state in ('cold', 'asked-back', 'coming-back') where f.place = p.id) as files,
           k.recorded_at as checked_at, k.checked, jsonb_array_length(k.wrong) as wrong
      from archive.cold_place p left join lateral (select * from archive.cold_check k where k.place = p.id order by k.recorded_at desc, k.id desc limit 1) k on true order by p.label limit 200`)

export const bundleRef = (of: Bundle): Ref =>
  of.kind === 'batch' ? batchRef(of.id) : ref('archive.photographs', of.id)

export interface ColdRow extends Protected {
  readonly id: string
  readonly kind: Bundle['kind']
  readonly root: string | null
  readonly number: string
  readonly state: BatchState | 'signed' | 'open'
  readonly unread: number
  /** Of photographs: since when their case is closed. */
  readonly closed_at: string | null
  readonly cold: ColdState
  readonly seq: number
  readonly place: string | null
  readonly label: string | null
  readonly place_kind: 'folder' | 'medium' | null
  readonly whereabouts: string | null
  readonly keeper: string | null
  readonly files: number | null
  readonly bytes: number | null
  readonly since: string | null
  readonly words: string | null
  readonly by_name: string | null
}
const isKeeper = (cx: Pick<Cx, 'actor'>): boolean =>
  cx.actor.kind !== 'person' || cx.actor.grants.some((g) => (keepers as readonly string[]).includes(g.role))
const columns = sql`q.id, q.kind, q.root, q.number, q.state, q.unread, q.closed_at, q.may_see, null as unit, coalesce(c.state, 'online') as cold, coalesce(c.seq, 0) as seq, c.place, p.label, p.kind as place_kind, p.whereabouts, p.keeper, c.since, s.words, s.by_name,
  g.files, g.bytes::float8 as bytes`
/** A batch is seen by whoever keeps the archive; photographs by whoever sees their case, and by the archive, but of a sealed case by nobody but those named. */
const from = (cx: Pick<Cx, 'actor' | 'now'>): Sql => sql`from (
    select b.batch as id, 'batch' as kind, null::uuid as root, b.number, b.state, null::timestamptz as closed_at, true as may_see,
           (select count(*)::int from archive.page w join archive.page_text t on t.page = w.id where w.batch = b.batch and t.state = 'waiting') as unread from archive.batch_now b
    union all
    select a.attendance, 'attendance', a.root, a.number, case when a.state = 'signed' then 'signed' else 'open' end, case when k.state = 'closed' then k.closed_at end,
           ${visible(cx, 'a.root')} or (${isKeeper(cx)} and not v.sealed), 0
      from scenes.public_attendance a join cases.public_court k on k.root = a.root join cases.public_case v on v.id = a.root) q
  left join archive.cold_now c on c.bundle = q.id left join archive.cold_place p on p.id = c.place
  left join archive.cold_step s on (s.batch = c.bundle or s.attendance = c.bundle) and s.seq = c.seq
  left join lateral (select g.files, g.bytes from archive.cold_step g where (g.batch = q.id or g.attendance = q.id) and g.kind = 'gone' order by g.seq desc limit 1) g on true`
export async function seeCold(cx: Cx, of: Bundle, opts: { lock?: boolean } = {}): Promise<ColdRow> {
  if (opts.lock) await cx.lock([bundleRef(of)])
  const row = await cx.tx.maybe<ColdRow>(
    sql`select ${columns} ${from(cx)} where q.id = ${of.id} and q.kind = ${of.kind}`,
  )
  if (!row) throw notFound()
  return row
}
export const listCold = (
  cx: Cx,
  state: 'away' | 'asked-back' | 'all',
  page: { limit: number; cursor?: string | undefined },
): Promise<ColdRow[]> =>
  cx.tx.many<ColdRow>(sql`
    select ${columns} ${from(cx)} where q.may_see and c.bundle is not null ${state === 'away' ? sql`and c.state <> 'online'` : state === 'asked-back' ? sql`and c.state = 'asked-back'` : noSql}
     ${page.cursor ? sql`and q.number < ${page.cursor}` : noSql} order by q.number desc limit ${page.limit + 1}`)
/** Photographs of cases that were closed before this instant, and are here: the oldest first. */
export const oldPhotographs = (
  cx: Cx,
  closedBefore: string,
  page: { limit: number; cursor?: string | undefined },
) => {
  const [at, id] = (page.cursor ?? '').split('|')
  return cx.tx.many<ColdRow & { many: number; size: number }>(sql`
    select ${columns}, f.many, f.size ${from(cx)} join lateral (select count(*)::int as many, coalesce(sum(h.size), 0)::float8 as size from scenes.public_photograph h where h.attendance = q.id) f on f.many > 0
     where q.may_see and q.kind = 'attendance' and q.state = 'signed' and q.closed_at <= ${closedBefore} and coalesce(c.state, 'online') = 'online'
     ${page.cursor ? sql`and (q.closed_at, q.id) > (${at ?? ''}::timestamptz, ${id ?? ''}::uuid)` : noSql} order by q.closed_at, q.id limit ${page.limit + 1}`)
}
/** Of the batches in which a file was scanned those whose masters are not here. */
export const coldOfFile = (cx: Cx, file: string): Promise<ColdRow[]> =>
  cx.tx.many<ColdRow>(sql`
    select ${columns} ${from(cx)} where c.state in ('cold', 'asked-back', 'coming-back') and q.id in (select w.batch from archive.page w where w.file = ${file}) order by q.number`)
export const coldOfPages = (cx: Pick<Cx, 'tx'>, pages: readonly string[]): Promise<ColdSaid[]> =>
  cx.tx.many<ColdSaid>(sql`
    select distinct p.label, p.whereabouts, p.keeper, c.state from archive.page w join archive.cold_now c on c.bundle = w.batch join archive.cold_place p on p.id = c.place
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
  b: Pick<ColdRow, 'id' | 'kind' | 'seq'>,
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
    [b.kind]: b.id,
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
    insert into archive.cold_now (bundle, place, state, seq, since) values (${(step['batch'] ?? step['attendance']) as string}, ${step['place'] as string}, ${step['state'] as string}, ${step['seq'] as number}, ${cx.now})
    on conflict (bundle) do update set place = excluded.place, state = excluded.state, seq = excluded.seq, since = excluded.since`)

/** Every file by its hash: of a batch the masters as they came, withdrawn ones too, and the picture of each page; of an attendance its photographs. */
export const filesOf = async (tx: Pick<Tx, 'many'>, of: Bundle): Promise<string[]> =>
  (
    await tx.many<{ sha256: string }>(
      of.kind === 'batch'
        ? sql`
      select s.file as sha256 from archive.scan s where s.batch = ${of.id} or exists (select 1 from archive.scan_step t where t.scan = s.id and t.batch = ${of.id})
      union select w.sha256 from archive.page w where w.batch = ${of.id} order by 1`
        : sql`select distinct h.file as sha256 from scenes.public_photograph h where h.attendance = ${of.id} order by 1`,
    )
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
  ground.db.direct.many<Bundle & { state: ColdState; place: ColdPlaceNamed }>(
    sql`select c.bundle as id, case when exists (select 1 from archive.batch b where b.id = c.bundle) then 'batch' else 'attendance' end as kind, c.state, json_build_object('label', p.label, 'kind', p.kind) as place from archive.cold_now c join archive.cold_place p on p.id = c.place where c.state in ('leaving', 'coming-back') order by c.since limit 50`,
  )
/** Also another batch may hold the same bytes, or the same batch may have been ordered back: what anybody needs online stays. */
export const leftOnline = (ground: Ground, after: string) =>
  ground.db.direct.many<{ sha256: string; label: string; needed: boolean }>(sql`
    select l.sha256, p.label, exists (
        select 1 from archive.page w left join archive.cold_now c on c.bundle = w.batch where w.sha256 = l.sha256 and coalesce(c.state, 'online') not in ('cold', 'asked-back'))
      or exists (select 1 from archive.scan s left join lateral (select * from archive.scan_step t where t.scan = s.id order by t.seq desc limit 1) t on true left join archive.cold_now c on c.bundle = coalesce(t.batch, s.batch)
        where s.file = l.sha256 and coalesce(c.state, 'online') not in ('cold', 'asked-back'))
      or exists (select 1 from scenes.public_photograph h left join archive.cold_now c on c.bundle = h.attendance where h.file = l.sha256 and coalesce(c.state, 'online') not in ('cold', 'asked-back')) as needed
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
      select distinct f.sha256 from archive.cold_file f join archive.cold_now c on c.bundle = coalesce(f.batch, f.attendance) and c.place = f.place and c.state in ('cold', 'asked-back', 'coming-back')
       where f.place = ${place} and f.sha256 > ${after} and exists (select 1 from platform.file h where h.sha256 = f.sha256) order by f.sha256 limit ${most}`)
  ).map((r) => r.sha256)
/** Each cold store to which this file was ever written and from which it was read back, and whether it is away there by intent. */
export const coldCopies = (ground: Pick<Ground, 'db'>, sha256: string): Promise<readonly ColdCopy[]> =>
  ground.db.direct.many<ColdCopy>(sql`
    select p.label, p.kind, p.whereabouts, p.keeper, coalesce(bool_or(c.state in ('cold', 'asked-back', 'coming-back')), false) as away
      from archive.cold_file f join archive.cold_place p on p.id = f.place left join archive.cold_now c on c.bundle = coalesce(f.batch, f.attendance) and c.place = f.place
     where f.sha256 = ${sha256} group by p.id order by 5 desc, p.label`)
export const placesOf = (ground: Ground) =>
  ground.db.direct.many<{ id: string; label: string }>(
    sql`select id, label from archive.cold_place order by label`,
  )
