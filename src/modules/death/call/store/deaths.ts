/** Deaths as they stand: the row that acts ask about, the lists, and what was told, decided and asked. */
import { visible } from '#identity/sight.ts'
import { addDays, instantAt } from '#kernel/calendar.ts'
import { type Ref, ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { type Sql, noSql, sql, anywhere } from '#platform/sql.ts'
import type { PlaceKind } from '../contract.ts'

export const deathRef = (id: string): Ref => ref('death.death', id)

/** `unit` is null: need to know decides who acts on a death, not a section. */
export interface DeathRow extends Protected {
  readonly id: string
  readonly root: string
  readonly call_number: string
  readonly number: string | null
  readonly state: 'open' | 'accepted' | 'declined'
  readonly unit: null
  readonly office: string | null
  readonly setting: string
  readonly circumstances: readonly string[]
  readonly sex: string | null
  readonly age: string | null
  readonly age_unit: string | null
  readonly age_absent: string | null
  readonly minor: boolean
  readonly profile: string | null
  readonly case_root: string | null
  readonly reason: string | null
  readonly signs: string | null
  readonly district: string | null
  readonly called_at: string
  readonly decided_at: string | null
  readonly name: string | null
  readonly body: string | null
  readonly body_at: string | null
  readonly identity: 'none' | 'putative' | 'presumed' | 'confirmed'
  readonly released_at: string | null
  readonly unclaimed: boolean
  readonly examination: string | null
  readonly cause: 'pending' | 'final' | 'amended' | null
  readonly manner: string | null
}
const columns = sql`s.root as id, s.root, s.call_number, s.number, s.state, null as unit, s.unit as office, s.setting, s.circumstances, s.sex, s.age, s.age_unit, c.age_absent, s.minor, s.profile,
  s.case_root, s.reason, s.signs, s.district, s.called_at, s.decided_at, s.body, s.body_at, s.identity, s.released_at, s.unclaimed, s.examination, s.cause, s.manner, v.value ->> 'name' as name, true as sensitive`
const from = sql`from death.standing s join death.call c on c.id = s.root left join ledger.vault v on v.id = coalesce(s.named, c.told)`

/** The death with the answer to “may this person see it?”; the caller gives it to `cx.allow`. With `lock`, its head first. */
export async function seeDeath(cx: Cx, id: string, opts: { lock?: boolean } = {}): Promise<DeathRow> {
  if (opts.lock) await cx.lock([deathRef(id)])
  const row = await cx.tx.maybe<DeathRow>(
    sql`select ${columns}, ${visible(cx, 's.root')} as may_see ${from} where s.root = ${id}`,
  )
  if (!row) throw notFound()
  return row
}

export interface Filter {
  readonly state?: string | undefined
  readonly setting?: string | undefined
  readonly district?: string | undefined
  readonly case?: string | undefined
  readonly topic?: string | undefined
  readonly child?: boolean | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly q?: string | undefined
}
const where = (cx: Cx, f: Filter): Sql => sql`where ${visible(cx, 's.root')}
  ${f.state && f.state !== 'all' ? sql`and s.state = ${f.state}` : noSql} ${f.setting ? sql`and s.setting = ${f.setting}` : noSql} ${f.district ? sql`and s.district = ${f.district}` : noSql}
  ${f.topic ? sql`and exists (select 1 from death.inquiry q where q.root = s.root and q.topics @> ${[f.topic]}::text[])` : noSql} ${f.child ? sql`and s.minor` : noSql}
  ${f.case ? sql`and s.case_root = ${f.case}` : noSql}
  ${f.from ? sql`and s.called_at >= ${instantAt(f.from, '00:00')}::timestamptz` : noSql} ${f.until ? sql`and s.called_at < ${instantAt(addDays(f.until, 1), '00:00')}::timestamptz` : noSql}
  ${f.q ? sql`and (s.number ilike ${anywhere(f.q)} or s.call_number ilike ${anywhere(f.q)} or (not s.minor and v.value ->> 'name' ilike ${anywhere(f.q)}))` : noSql}`

/** Newest call first; the cursor is `called|root` of the last row. */
export function listDeaths(
  cx: Cx,
  f: Filter,
  page: { limit: number; cursor?: string | undefined },
): Promise<DeathRow[]> {
  const [at, root] = (page.cursor ?? '').split('|')
  const after = at && root ? sql`and (s.called_at, s.root) < (${at}::timestamptz, ${root}::uuid)` : noSql
  return cx.tx.many<DeathRow>(
    sql`select ${columns}, true as may_see ${from} ${where(cx, f)} ${after} order by s.called_at desc, s.root desc limit ${page.limit}`,
  )
}
/** How many in each state, whatever state is listed: declined ones are counted like the others. */
export const countDeaths = (cx: Cx, f: Filter): Promise<{ state: DeathRow['state']; n: number }[]> =>
  cx.tx.many(
    sql`select s.state, count(*)::int as n ${from} ${where(cx, { ...f, state: 'all' })} group by 1 order by 1`,
  )

export interface CallRow {
  readonly number: string
  readonly way: string
  readonly caller_kind: string | null
  readonly caller: { name: string; phone?: string | null; where?: string | null } | null
  readonly told: { name?: string | null; words?: string | null } | null
  readonly form: string | null
  readonly answers: Record<string, unknown> | null
  readonly began_at: string | null
  readonly ended_at: string
  readonly by: string | null
}
export const callOf = (cx: Cx, root: string): Promise<CallRow> =>
  cx.tx.one<CallRow>(sql`
    select c.number, c.way, c.caller_kind, k.value as caller, t.value as told, c.form, c.answers, c.began_at, c.ended_at, p.name as by
      from death.call c left join ledger.vault k on k.id = c.caller left join ledger.vault t on t.id = c.told left join identity.person p on p.id = c.recorded_by where c.root = ${root}`)

export interface NotificationRow {
  readonly id: string
  readonly whom: string
  readonly name: string
  readonly way: string
  readonly at: string
  readonly outcome: string
  readonly words: string | null
  readonly by: string | null
}
export const notificationsOf = (cx: Cx, root: string): Promise<NotificationRow[]> =>
  cx.tx.many(
    sql`select n.id, n.whom, n.name, n.way, n.at, n.outcome, n.words, p.name as by from death.notification n left join identity.person p on p.id = n.recorded_by where n.root = ${root} order by n.at, n.id`,
  )

export interface DecisionRow {
  readonly seq: number
  readonly decision: 'accepted' | 'declined'
  readonly profile: string | null
  readonly case_root: string | null
  readonly authority_kind: string | null
  readonly authority: string | null
  readonly authority_by: string | null
  readonly authority_at: string | null
  readonly reason: string | null
  readonly words: string | null
  readonly signs: string | null
  readonly recorded_at: string
  readonly by: string | null
}
/** Oldest first; the last one holds. */
export const decisionsOf = (cx: Cx, root: string): Promise<DecisionRow[]> =>
  cx.tx.many(
    sql`select j.seq, j.decision, j.profile, j.case_root, j.authority_kind, j.authority, j.authority_by, j.authority_at, j.reason, j.words, j.signs, j.recorded_at, p.name as by from death.jurisdiction j left join identity.person p on p.id = j.recorded_by where j.root = ${root} order by j.seq`,
  )

export interface PlaceRow {
  readonly kind: PlaceKind
  readonly seq: number
  readonly on_text: string | null
  readonly time_text: string | null
  readonly approximate: boolean
  readonly at_absent: string | null
  readonly absent: string | null
  readonly district: string | null
  readonly settlement: string | null
  readonly text: string | null
  readonly latitude: string | null
  readonly longitude: string | null
  readonly by_whom: string | null
  readonly how: string | null
  readonly condition: string | null
  readonly recorded_at: string
  readonly by: string | null
}
/** The newest of each kind. */
export const placesOf = (cx: Cx, root: string): Promise<PlaceRow[]> =>
  cx.tx.many(sql`
    select distinct on (l.kind) l.kind, l.seq, l.on_text, l.time_text, l.approximate, l.at_absent, l.absent, l.district, l.settlement, l.text, l.latitude, l.longitude, l.by_whom, l.how, l.condition, l.recorded_at, p.name as by
      from death.place l left join identity.person p on p.id = l.recorded_by where l.root = ${root} order by l.kind, l.seq desc`)

export interface AskedRow {
  readonly id: string
  readonly kind: string
  readonly whom: string
  readonly what: string
  readonly at: string
  readonly due_on: string | null
  readonly outcome: string | null
  readonly answer_words: string | null
  readonly file: string | null
  readonly answered_at: string | null
}
export const askedOf = (cx: Cx, root: string): Promise<AskedRow[]> =>
  cx.tx.many(
    sql`select a.id, a.kind, a.whom, a.what, a.at, a.due_on, r.outcome, r.words as answer_words, r.file, r.at as answered_at from death.asked a left join death.asked_answer r on r.asked = a.id where a.root = ${root} order by a.at, a.id`,
  )

/** Numbers of cases by root, for those that the reader may see. */
export const caseNumberOf = async (cx: Cx, root: string | null): Promise<string | null> =>
  root === null
    ? null
    : ((
        await cx.tx.maybe<{ number: string }>(
          sql`select c.number from cases.public_case c where c.id = ${root} and ${visible(cx, 'c.id')}`,
        )
      )?.number ?? null)
