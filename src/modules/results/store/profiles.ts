/** The SQL of STR profiles: each by itself, in lists, and with everything that was done with it. Who sees the case, or keeps the indexes, sees it. */
import { visible, visiblePart } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { type Sql, noSql, sql, anywhere } from '#platform/sql.ts'
import type { ProfileState, Side, Stringency } from '../contract/profiles.ts'
import type { Typed } from '../rules/profiles.ts'

export interface ProfileRow extends Protected {
  id: string
  root: string
  number: string
  item: string
  item_number: string | null
  side: Side
  holds: string
  made_for: string
  kit: string
  contributors: number
  loci: number
  party: string | null
  minor: boolean
  taken_under: string | null
  file: string
  file_name: string
  vault: string
  commitment: string
  recorded_at: string
  recorded_by: string
  by: string
  state: ProfileState
  index_code: string | null
  keep_until: string | null
  court: string | null
}
// What the court said last of the case; whether that ends the ground, the rule of the index says.
const columns = sql`p.id, p.root, p.number, p.item, t.number as item_number, p.side, p.holds, p.made_for, p.kit, p.contributors, p.loci, p.party, p.minor, p.taken_under, p.file, p.file_name, p.vault, p.commitment, p.recorded_at, p.recorded_by, w.name as by,
  n.state, n.index_code, n.keep_until::text as keep_until, k.outcome as court`
const from = sql`from results.profile p join results.profile_now n on n.profile = p.id join identity.person w on w.id = p.recorded_by left join evidence.public_item t on t.thing = p.item left join cases.public_court k on k.root = p.root`
const mine = (cx: Pick<Cx, 'actor' | 'now'>): Sql => visiblePart(cx, 'p.root', 'p.id')

export async function getProfile(cx: Cx, id: string): Promise<ProfileRow> {
  const row = await cx.tx.maybe<ProfileRow>(
    sql`select ${columns}, ${mine(cx)} as may_see, true as sensitive ${from} where p.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}
/** Of a case that is seen whole: who only keeps the indexes does not compare what is in a case. */
export const seesWholeCase = async (cx: Cx, root: string): Promise<boolean> =>
  (
    await cx.tx.one<{ sees: boolean }>(
      sql`select ${visible(cx, 'r.root')} as sees from (select ${root}::uuid as root) r`,
    )
  ).sees

/** The clock has run out, or the court's word ends the ground: what of it holds, as the reason of a removal. */
export interface Ends {
  readonly code: string
  readonly removeOn: readonly string[]
}
const dueSql = (cx: Pick<Cx, 'now'>, ends: readonly Ends[]): Sql =>
  sql`(n.state = 'indexed' and (n.keep_until < ${cx.now.slice(0, 10)}::date or exists (select 1 from jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) as e(code text, "removeOn" jsonb) where e.code = n.index_code and e."removeOn" ? k.outcome)))`

interface Of {
  index?: string | undefined
  side?: Side | undefined
  state?: ProfileState | undefined
  due?: boolean | undefined
  q?: string | undefined
}
const chosen = (cx: Cx, f: Of, ends: readonly Ends[]): Sql =>
  sql`${mine(cx)} ${f.index ? sql`and n.index_code = ${f.index} and n.state = 'indexed'` : noSql} ${f.side ? sql`and p.side = ${f.side}` : noSql} ${f.state ? sql`and n.state = ${f.state}` : noSql}
    ${f.due === undefined ? noSql : sql`and ${dueSql(cx, ends)} = ${f.due}`} ${f.q ? sql`and (p.number ilike ${anywhere(f.q)} or t.number ilike ${anywhere(f.q)})` : noSql}`
export const findProfileRows = (
  cx: Cx,
  f: Of & { limit: number; cursor?: string | undefined },
  ends: readonly Ends[],
): Promise<ProfileRow[]> =>
  cx.tx.many<ProfileRow>(
    sql`select ${columns}, true as may_see ${from} where ${chosen(cx, f, ends)} ${f.cursor ? sql`and p.id < ${f.cursor}::uuid` : noSql} order by p.id desc limit ${f.limit}`,
  )
/** Counted to a thousand. */
export const countProfiles = async (cx: Cx, f: Of, ends: readonly Ends[]): Promise<number> =>
  (
    await cx.tx.one<{ n: number }>(
      sql`select count(*)::int as n from (select 1 ${from} where ${chosen(cx, f, ends)} limit 1001) t`,
    )
  ).n

/** Standing and overdue, by index; of what this reader may see. */
export const standingByIndex = (
  cx: Cx,
  ends: readonly Ends[],
): Promise<{ index_code: string; standing: number; due: number }[]> =>
  cx.tx.many(sql`
    select n.index_code, count(*)::int as standing, (count(*) filter (where ${dueSql(cx, ends)}))::int as due
      ${from} where n.state = 'indexed' and ${mine(cx)} group by 1`)

/** The side on which a sample stands already. */
export const sideOfSample = async (cx: Cx, item: string): Promise<Side | undefined> =>
  (await cx.tx.maybe<{ side: Side }>(sql`select side from results.profiled_sample where item = ${item}`))
    ?.side
export const fileIsARun = async (cx: Cx, file: string): Promise<boolean> =>
  (
    await cx.tx.one<{ used: boolean }>(
      sql`select exists (select 1 from results.run where file = ${file}) or exists (select 1 from results.library where file = ${file}) or exists (select 1 from cases.public_document where file = ${file}) as used`,
    )
  ).used

/** From whom a sample was taken and on which ground; nothing for what was found. */
export const takenFrom = (
  cx: Cx,
  item: string,
): Promise<{ party: string; ground: string; document: string } | undefined> =>
  cx.tx.maybe(sql`select party, ground, document from evidence.public_reference_sample where thing = ${item}`)
export const paperOf = (
  cx: Cx,
  root: string,
  document: string,
): Promise<{ id: string; name: string } | undefined> =>
  cx.tx.maybe(
    sql`select id, name from cases.public_document where id = ${document} and root = ${root} and not destroyed`,
  )
export const papersOf = (cx: Cx, root: string): Promise<{ id: string; name: string }[]> =>
  cx.tx.many(
    sql`select id, name from cases.public_document where root = ${root} and not destroyed order by id desc limit 100`,
  )

export const checkOf = (
  cx: Cx,
  profile: string,
): Promise<{ outcome: string; words: string | null; by: string; at: string } | undefined> =>
  cx.tx.maybe(
    sql`select k.outcome, k.words, w.name as by, k.recorded_at as at from results.profile_check k join identity.person w on w.id = k.recorded_by where k.profile = ${profile}`,
  )
export interface IndexedRow {
  index_code: string
  ground: string
  paper: string | null
  counted_from: string
  keep_until: string | null
  by: string
  at: string
}
export const indexedOf = (cx: Cx, profile: string): Promise<IndexedRow[]> =>
  cx.tx.many<IndexedRow>(sql`
    select i.index_code, i.ground, d.name as paper, i.counted_from::text as counted_from, i.keep_until::text as keep_until, w.name as by, i.recorded_at as at
      from results.indexed i join identity.person w on w.id = i.recorded_by left join cases.public_document d on d.id = i.document
     where i.profile = ${profile} order by i.recorded_at, i.id`)
export interface RemovalRow {
  id: string
  why: string
  words: string
  proposed_by: string
  by: string
  at: string
  certificate: string | null
  paper: string | null
  ended_by: string | null
  ended_at: string | null
  file: string | null
}
export const removalOf = (cx: Cx, profile: string): Promise<RemovalRow | undefined> =>
  cx.tx.maybe<RemovalRow>(sql`
    select r.id, r.why, r.words, r.recorded_by as proposed_by, w.name as by, r.recorded_at as at, d.name as paper, x.number as certificate, e.name as ended_by, x.recorded_at as ended_at, x.file
      from results.removal r join identity.person w on w.id = r.recorded_by left join cases.public_document d on d.id = r.document
      left join results.profile_destroyed x on x.profile = r.profile left join identity.person e on e.id = x.recorded_by where r.profile = ${profile}`)

/** The alleles; nothing once they were destroyed. */
export const typedOfProfile = async (cx: Cx, vault: string): Promise<readonly Typed[] | null> =>
  (await cx.tx.maybe<{ value: { typed: Typed[] } }>(sql`select value from ledger.vault where id = ${vault}`))
    ?.value.typed ?? null

export interface SearchSeen {
  id: string
  profile: string
  at: string
  by: string
  purpose: string
  words: string
  against: string[]
  stringency: Stringency
  least: number
  compared: number
}
export const searchesOf = (cx: Cx, profile: string): Promise<SearchSeen[]> =>
  cx.tx.many<SearchSeen>(sql`
    select s.id, s.profile, s.recorded_at as at, w.name as by, s.purpose, s.words, s.against, s.stringency, s.least, s.compared
      from results.index_search s join identity.person w on w.id = s.recorded_by where s.profile = ${profile} order by s.recorded_at desc, s.id desc limit 50`)
export interface CandidateRow {
  id: string
  search: string
  root: string
  found_root: string
  profile: string
  number: string
  index_code: string
  place: number
  shared: number
  matched: number
  compared: number
  stringency: Stringency
  searched_by: string
  outcome: string | null
  words: string | null
  by: string | null
}
const candidate = sql`c.id, c.search, c.root, p.root as found_root, c.profile, p.number, c.index_code, c.place, c.shared, c.matched, s.compared, s.stringency, s.recorded_by as searched_by, j.outcome, j.words, w.name as by`
const fromCandidate = sql`from results.candidate c join results.index_search s on s.id = c.search join results.profile p on p.id = c.profile left join results.candidate_judged j on j.candidate = c.id left join identity.person w on w.id = j.recorded_by`
/** Only candidates that this reader may see: who sees the case of the trace alone learns nothing of other cases. */
export const candidatesOf = (cx: Cx, searches: readonly string[]): Promise<CandidateRow[]> =>
  cx.tx.many<CandidateRow>(
    sql`select ${candidate} ${fromCandidate} where c.search = any(${searches as string[]}::uuid[]) and ${mine(cx)} order by c.search, c.place`,
  )
export async function getCandidate(cx: Cx, id: string): Promise<CandidateRow & Protected> {
  const row = await cx.tx.maybe<CandidateRow & Protected>(
    sql`select ${candidate}, ${mine(cx)} and ${visiblePart(cx, 's.root', 's.profile')} as may_see ${fromCandidate} where c.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}
