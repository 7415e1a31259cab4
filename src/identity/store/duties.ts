/** What people hold, from whom, until when, and when somebody looked at it last. */
import type { Cx } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { type Sql, sql, anywhere } from '#platform/sql.ts'
import { holdsGrant } from './grants.ts'

export interface GrantRow {
  readonly id: string
  readonly person: string
  readonly personName: string
  readonly personUnitName: string | null
  readonly role: string
  readonly unit: string | null
  readonly unitName: string | null
  readonly from: string
  readonly until: string | null
  readonly recordedAt: string
  readonly grantedBy: string | null
  readonly grantedByName: string | null
  readonly delegatedFrom: string | null
  /** Whose duty it is, where it was handed on. */
  readonly owner: { id: string; name: string } | null
  readonly reviewedAt: string | null
  readonly reviewedBy: string | null
}
const columns = sql`g.id, g.person, p.name as "personName", pu.name as "personUnitName", g.role, g.unit, u.name as "unitName", g.from_at as from, g.until_at as until,
  g.recorded_at as "recordedAt", g.recorded_by as "grantedBy", b.name as "grantedByName", g.delegated_from as "delegatedFrom",
  case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name) end as owner, v.recorded_at as "reviewedAt", vp.name as "reviewedBy"`
const joined = sql`from identity.role_grant g join identity.person p on p.id = g.person left join identity.unit pu on pu.id = p.unit
  left join identity.unit u on u.id = g.unit left join identity.person b on b.id = g.recorded_by
  left join identity.role_grant og on og.id = g.delegated_from left join identity.person o on o.id = og.person
  left join lateral (select r.recorded_at, r.recorded_by from identity.access_review r where r.role_grant = g.id order by r.recorded_at desc limit 1) v on true
  left join identity.person vp on vp.id = v.recorded_by`

/** `to come` ones too: they are held, only not yet. */
const notOver = (now: string): Sql => sql`(g.until_at is null or g.until_at > ${now}::timestamptz)
  and not exists (select 1 from identity.role_withdrawal w where w.role_grant = g.id)
  and (g.delegated_from is null or exists (select 1 from identity.role_grant d where d.id = g.delegated_from and not exists (select 1 from identity.role_withdrawal dw where dw.role_grant = d.id)))`

export const grantsHeldBy = (cx: Pick<Cx, 'tx' | 'now'>, person: string): Promise<GrantRow[]> =>
  cx.tx.many(
    sql`select ${columns} ${joined} where g.person = ${person} and ${notOver(cx.now)} order by g.role, g.from_at limit 200`,
  )
export const findGrant = (cx: Pick<Cx, 'tx' | 'now'>, id: string): Promise<GrantRow | undefined> =>
  cx.tx.maybe(sql`select ${columns} ${joined} where g.id = ${id} and ${notOver(cx.now)}`)

export const holdersOf = async (cx: Pick<Cx, 'tx'>, grants: readonly string[]): Promise<string[]> =>
  (
    await cx.tx.many<{ person: string }>(
      sql`select distinct person from identity.role_grant where id = any(${grants as string[]}::uuid[])`,
    )
  ).map((r) => r.person)

export const handedOnBy = (cx: Pick<Cx, 'tx' | 'now'>, person: string) =>
  cx.tx.many<{ of: string; grant: string; id: string; name: string; until: string | null }>(sql`
    select g.delegated_from as of, g.id as grant, p.id, p.name, g.until_at as until from identity.role_grant g
      join identity.role_grant o on o.id = g.delegated_from join identity.person p on p.id = g.person
     where o.person = ${person} and ${notOver(cx.now)} order by p.name limit 200`)

/** Whether `inner` is `outer` or lies beneath it; everything lies beneath the whole service (null). */
export async function liesWithin(tx: Tx, inner: string | null, outer: string | null): Promise<boolean> {
  if (outer === null || inner === outer) return true
  if (inner === null) return false
  const row = await tx.maybe(sql`
    with recursive above as (select id, parent from identity.unit where id = ${inner} union select u.id, u.parent from identity.unit u join above a on u.id = a.parent)
    select 1 from above where id = ${outer}`)
  return row !== undefined
}

/** Grants that hold now, with when the person was last seen; the longest unreviewed first. */
export const grantsToReview = (
  cx: Cx,
  f: {
    role?: string | undefined
    unit?: string | undefined
    q?: string | undefined
    dueOnly: boolean
    firstMs: number
    nextMs: number
    limit: number
    cursor?: string | undefined
  },
) => {
  const [at, id] = (f.cursor ?? '').split('|')
  const due = sql`coalesce(v.recorded_at + ${f.nextMs / 1000} * interval '1 second', g.recorded_at + ${f.firstMs / 1000} * interval '1 second')`
  return cx.tx.many<GrantRow & { dueAt: string; lastSeenAt: string | null }>(sql`
    select ${columns}, ${due} as "dueAt", (select max(s.seen_at) from identity.session s where s.person = g.person) as "lastSeenAt" ${joined}
     where ${holdsGrant('g', cx.now)} and exists (select 1 from identity.account a where a.person = g.person)
       and (${f.role ?? null}::text is null or g.role = ${f.role ?? null}) and (${f.unit ?? null}::uuid is null or g.unit = ${f.unit ?? null} or p.unit = ${f.unit ?? null})
       and (${f.q ?? null}::text is null or p.name ilike ${anywhere(f.q ?? '')})
       and (not ${f.dueOnly}::boolean or v.recorded_at is null or ${due} <= ${cx.now}::timestamptz)
       and (${f.cursor ?? null}::text is null or (${due}, g.id) > (${at || null}::timestamptz, ${id ?? null}::uuid))
     order by ${due}, g.id limit ${f.limit}`)
}
