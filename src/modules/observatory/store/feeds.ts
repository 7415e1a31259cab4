/** The SQL of feeds: who receives what, what was told last, who took which file. */
import { notFound } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { type Sql, noSql, sql } from '#platform/sql.ts'
import type { Body, Told } from '../rules/records.ts'
import { markOf, pageOf } from './figures.ts'

export interface FeedRow {
  id: string
  number: string
  agency: string
  agency_name: string
  agreement: string
  dataset: 'victims' | 'deaths'
  since: string
  day: number
  purpose: string
  legal_basis: string
  state: 'waiting' | 'approved' | 'ended'
  seq: number
  recorded_at: string
  recorded_by: string | null
  by_name: string
  batches: number
  newest: string | null
}
const columns = sql`f.id, 'F-' || lpad(f.number::text, 3, '0') as number, f.agency, g.name as agency_name, f.agreement, f.dataset, f.since, f.day, f.purpose, f.legal_basis,
  coalesce(s.kind, 'waiting') as state, coalesce(s.seq, 0) as seq, f.recorded_at, f.recorded_by, coalesce(p.name, '') as by_name,
  (select count(*)::int from observatory.feed_batch b where b.feed = f.id) as batches, (select max(b.month) from observatory.feed_batch b where b.feed = f.id) as newest`
const from = sql`observatory.feed f join identity.agency g on g.id = f.agency left join identity.person p on p.id = f.recorded_by
  left join lateral (select * from observatory.feed_step x where x.feed = f.id order by x.seq desc limit 1) s on true`

/** Whoever is of another agency than the service sees the feeds of their own. */
const own = (only: string | null, agency: Sql): Sql => (only === null ? noSql : sql`and ${agency} = ${only}`)

export async function feedById(cx: Pick<Cx, 'tx'>, id: string, only: string | null = null): Promise<FeedRow> {
  const row = await cx.tx.maybe<FeedRow>(
    sql`select ${columns} from ${from} where f.id = ${id} ${own(only, sql`f.agency`)}`,
  )
  if (!row) throw notFound()
  return row
}
export async function listFeeds(
  cx: Pick<Cx, 'tx'>,
  asked: { limit: number; cursor?: string | undefined },
  only: string | null,
) {
  const rows = await cx.tx.many<FeedRow>(
    sql`select ${columns} from ${from} where true ${own(only, sql`f.agency`)} ${asked.cursor ? sql`and f.id < ${markOf(asked.cursor)}::uuid` : noSql} order by f.id desc limit ${asked.limit + 1}`,
  )
  return pageOf(rows, asked.limit)
}
export async function nextFeedNumber(cx: Pick<Cx, 'tx'>): Promise<number> {
  return (
    await cx.tx.one<{ n: number }>(sql`select coalesce(max(number), 0)::int + 1 as n from observatory.feed`)
  ).n
}
/** Feeds whose day has come and that have told nothing of this month yet. */
export async function feedsDue(cx: Pick<Cx, 'tx'>, month: string, day: number): Promise<string[]> {
  const rows = await cx.tx.many<{ id: string }>(sql`
    select f.id from ${from} where s.kind = 'approved' and f.day <= ${day} and not exists (select 1 from observatory.feed_batch b where b.feed = f.id and b.month >= ${month}) order by f.number`)
  return rows.map((r) => r.id)
}

export interface BatchRow {
  id: string
  feed: string
  agency: string
  number: string
  no: number
  month: string
  as_of: string
  policy: { k: number; l: number }
  boundaries: string
  file: string
  records: number
  fresh: number
  revised: number
  withdrawn: number
  held: number
  recorded_at: string
  taken: number
}
const batchColumns = sql`b.id, b.feed, f.agency, 'F-' || lpad(f.number::text, 3, '0') || '/' || b.no as number, b.no, b.month, b.as_of, b.policy, b.boundaries, b.file, b.records, b.fresh, b.revised, b.withdrawn, b.held, b.recorded_at,
  (select count(*)::int from observatory.share x where x.batch = b.id) as taken`
const batchFrom = sql`observatory.feed_batch b join observatory.feed f on f.id = b.feed`
export async function batchById(cx: Pick<Cx, 'tx'>, id: string, only: string | null): Promise<BatchRow> {
  const row = await cx.tx.maybe<BatchRow>(
    sql`select ${batchColumns} from ${batchFrom} where b.id = ${id} ${own(only, sql`f.agency`)}`,
  )
  if (!row) throw notFound()
  return row
}
export async function listBatches(
  cx: Pick<Cx, 'tx'>,
  asked: { limit: number; cursor?: string | undefined; feed: string },
) {
  const rows = await cx.tx.many<BatchRow>(
    sql`select ${batchColumns} from ${batchFrom} where b.feed = ${asked.feed} ${asked.cursor ? sql`and b.id < ${markOf(asked.cursor)}::uuid` : noSql} order by b.id desc limit ${asked.limit + 1}`,
  )
  return pageOf(rows, asked.limit)
}

/** The people of a feed as known at an instant, with everything that a record may tell, under names of the code book. */
export async function peopleOf(
  cx: Pick<Cx, 'tx'>,
  feed: Pick<FeedRow, 'dataset' | 'since'>,
  asOf: string,
): Promise<{ id: string; body: Body }[]> {
  const victims = sql`select v.victim as id, jsonb_build_object('year', year, 'quarter', quarter, 'month', month, 'weekday', weekday, 'hour', hour, 'district', district, 'precinct', precinct, 'settlement', settlement, 'road', road,
      'section', section, 'iccs', iccs, 'offence', offence, 'attempted', case when iccs = '0102' then 'yes' when section in ('unknown', 'not-yet-determined') then 'not-yet-determined' else 'no' end,
      'sex', sex, 'ageBand', age_band, 'minor', minor, 'nationality', nationality, 'ethnicity', to_jsonb(ethnicity), 'means', means, 'firearm', firearm, 'context', context, 'relationship', relationship, 'motive', motive, 'domestic', domestic,
      'autopsy', autopsy, 'manner', manner, 'cause', cause, 'alcohol', alcohol, 'drugs', to_jsonb(drugs), 'roadRole', road_role, 'court', court, 'origin', origin,
      'examination', coalesce((select case when bool_or(coalesce(s.state, 'asked') not in ('completed', 'declined', 'withdrawn')) then 'open' else 'answered' end from work.public_asked r
        left join lateral (select x.state from work.public_step x where x.request = r.request and x.at <= ${asOf}::timestamptz order by x.seq desc limit 1) s on true
       where r.root = v.root and r.asked_at <= ${asOf}::timestamptz having count(*) > 0), 'none')) as body
      from observatory.victim v`
  const deaths = sql`select v.death as id, jsonb_build_object('year', year, 'quarter', quarter, 'month', month, 'weekday', weekday, 'hour', hour, 'district', district, 'precinct', precinct, 'settlement', settlement, 'setting', setting,
      'sex', sex, 'ageBand', age_band, 'minor', minor, 'manner', manner, 'cause', cause, 'autopsy', autopsy, 'means', means, 'roadRole', road_role, 'alcohol', alcohol, 'drugs', to_jsonb(drugs), 'origin', origin) as body
      from observatory.death v`
  return cx.tx.many(
    sql`${feed.dataset === 'victims' ? victims : deaths} where v.counted and v.from_at <= ${asOf}::timestamptz and (v.until_at is null or v.until_at > ${asOf}::timestamptz) and v.year >= ${feed.since} order by 1`,
  )
}

export function toldBefore(cx: Pick<Cx, 'tx'>, feed: string): Promise<Told[]> {
  return cx.tx.many<Told>(
    sql`select key, revision, body, gone, cohort from observatory.feed_record where feed = ${feed}`,
  )
}
export async function keepTold(cx: Pick<Cx, 'tx'>, feed: string, told: readonly Told[]): Promise<void> {
  await cx.tx.run(sql`
    insert into observatory.feed_record (feed, key, revision, body, gone, cohort)
    select ${feed}, key, revision, body, gone, cohort from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as t(key text, revision int, body jsonb, gone boolean, cohort int)
    on conflict (feed, key) do update set revision = excluded.revision, body = excluded.body, gone = excluded.gone, cohort = excluded.cohort`)
}

export interface ShareRow {
  id: string
  recorded_at: string
  recorded_by: string | null
  taken_name: string
  agency_name: string
  agreement: string
  legal_basis: string
  purpose: string
  number: string
  records: number
  form: string
  way: 'pull' | 'medium'
  sealed_for: string | null
  file: string
}
const shareColumns = sql`x.id, x.recorded_at, x.recorded_by, x.taken_name, g.name as agency_name, x.agreement, x.legal_basis, f.purpose,
  'F-' || lpad(f.number::text, 3, '0') || '/' || b.no as number, b.records, x.form, x.way, x.sealed_for, x.file`
const shareFrom = sql`observatory.share x join observatory.feed_batch b on b.id = x.batch join observatory.feed f on f.id = b.feed join identity.agency g on g.id = x.agency`
export async function shareById(cx: Pick<Cx, 'tx'>, id: string): Promise<ShareRow> {
  const row = await cx.tx.maybe<ShareRow>(sql`select ${shareColumns} from ${shareFrom} where x.id = ${id}`)
  if (!row) throw notFound()
  return row
}
export async function listShares(
  cx: Pick<Cx, 'tx'>,
  asked: { limit: number; cursor?: string | undefined; agency?: string | undefined },
) {
  const rows = await cx.tx.many<ShareRow>(
    sql`select ${shareColumns} from ${shareFrom} where true ${asked.agency ? sql`and x.agency = ${asked.agency}` : noSql} ${asked.cursor ? sql`and x.id < ${markOf(asked.cursor)}::uuid` : noSql} order by x.id desc limit ${asked.limit + 1}`,
  )
  return pageOf(rows, asked.limit)
}
