/** The SQL of searches in systems that stand alone, with what they put forward and what people made of it. */
import { visible } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export interface SearchRow extends Protected {
  readonly id: string
  readonly root: string
  readonly item: string
  readonly system: string
  readonly databases: readonly string[]
  readonly searched: string
  readonly reference: string | null
  readonly searched_at: string
  readonly file: string | null
  readonly file_name: string | null
  readonly file_size: string | null
  readonly at: string
  readonly by: string | null
}
const columns = sql`s.id, s.root, s.item, s.system, s.databases, s.searched, s.reference, s.searched_at, s.file, s.file_name, s.file_size::text as file_size, s.recorded_at as at, p.name as by`
const from = sql`from results.system_search s left join identity.person p on p.id = s.recorded_by`
export const searchesOf = (cx: Cx, item: string): Promise<SearchRow[]> =>
  cx.tx.many(
    sql`select ${columns}, true as may_see ${from} where s.item = ${item} and ${visible(cx, 's.root')} order by s.searched_at desc, s.id desc`,
  )
export async function getSearch(cx: Cx, id: string): Promise<SearchRow> {
  const row = await cx.tx.maybe<SearchRow>(
    sql`select ${columns}, ${visible(cx, 's.root')} as may_see ${from} where s.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}

export interface SystemCandidateRow extends Protected {
  readonly id: string
  readonly root: string
  readonly search: string
  readonly rank: number
  readonly label: string
  readonly score: string | null
  readonly item: string
  readonly system: string
}
const candidate = sql`c.id, c.root, c.search, c.rank, c.label, c.score, s.item, s.system`
const fromCandidate = sql`from results.system_candidate c join results.system_search s on s.id = c.search`
export const candidatesOf = (cx: Cx, searches: readonly string[]): Promise<SystemCandidateRow[]> =>
  cx.tx.many(
    sql`select ${candidate}, true as may_see ${fromCandidate} where c.search = any(${searches as string[]}::uuid[]) and ${visible(cx, 'c.root')} order by c.search, c.rank`,
  )
export async function getSystemCandidate(cx: Cx, id: string): Promise<SystemCandidateRow> {
  const row = await cx.tx.maybe<SystemCandidateRow>(
    sql`select ${candidate}, ${visible(cx, 'c.root')} as may_see ${fromCandidate} where c.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}

export interface FollowUpRow extends Protected {
  readonly id: string
  readonly root: string
  readonly candidate: string
  readonly seq: number
  readonly outcome: 'hit' | 'no-hit' | 'inconclusive'
  readonly words: string
  readonly other: string | null
  readonly other_root: string | null
  readonly sees_other: boolean
  readonly other_number: string | null
  readonly other_description: string | null
  readonly other_case: string | null
  readonly by_id: string | null
  readonly by: string | null
  readonly at: string
  readonly verified: {
    readonly agrees: boolean
    readonly words: string | null
    readonly by: string | null
    readonly at: string
  } | null
}
/** Number, words and case of the other exhibit only for who sees that case too. */
const followUp = (
  cx: Cx,
) => sql`f.id, f.root, f.candidate, f.seq, f.outcome, f.words, f.other, f.other_root, f.recorded_by as by_id, p.name as by, f.recorded_at as at,
  (f.other is null or o.thing is not null) as sees_other, o.number as other_number, o.words as other_description, k.number as other_case,
  (select jsonb_build_object('agrees', v.agrees, 'words', v.words, 'by', w.name, 'at', to_char(v.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
     from results.system_verification v left join identity.person w on w.id = v.recorded_by where v.follow_up = f.id) as verified
  from results.system_follow_up f left join identity.person p on p.id = f.recorded_by
  left join evidence.public_item o on o.thing = f.other and ${visible(cx, 'f.other_root')} left join cases.public_case k on k.id = o.root`
export const followUpsOf = (cx: Cx, candidates: readonly string[]): Promise<FollowUpRow[]> =>
  cx.tx.many(
    sql`select true as may_see, ${followUp(cx)} where f.candidate = any(${candidates as string[]}::uuid[]) and ${visible(cx, 'f.root')} order by f.candidate, f.seq`,
  )
export async function getFollowUp(cx: Cx, id: string): Promise<FollowUpRow> {
  const row = await cx.tx.maybe<FollowUpRow>(
    sql`select ${visible(cx, 'f.root')} as may_see, ${followUp(cx)} where f.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}

export interface LinkedHereRow {
  readonly id: string
  readonly system: string
  readonly outcome: 'hit' | 'no-hit' | 'inconclusive'
  readonly by: string | null
  readonly at: string
  readonly verified: boolean
  readonly item: string | null
  readonly number: string | null
  readonly description: string | null
  readonly case_number: string | null
}
/** The newest follow-up of each candidate that names this exhibit; of a case that the reader does not see only that there is one. */
export const linkedHere = (cx: Cx, item: string): Promise<LinkedHereRow[]> =>
  cx.tx.many(sql`
    select f.id, s.system, f.outcome, p.name as by, f.recorded_at as at, coalesce(v.agrees, false) as verified, o.thing as item, o.number, o.words as description, k.number as case_number
      from results.system_follow_up f join results.system_candidate c on c.id = f.candidate join results.system_search s on s.id = c.search
      left join identity.person p on p.id = f.recorded_by left join results.system_verification v on v.follow_up = f.id
      left join evidence.public_item o on o.thing = s.item and ${visible(cx, 'f.root')} left join cases.public_case k on k.id = o.root
     where f.other = ${item} and ${visible(cx, 'f.other_root')} and not exists (select 1 from results.system_follow_up n where n.candidate = f.candidate and n.seq > f.seq)
     order by f.recorded_at desc`)
