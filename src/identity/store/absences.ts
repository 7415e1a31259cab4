/** Leave and departures. One that closes the account is asked at every request: it ends sessions and tokens at its hour, by itself. */
import type { Cx } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'
import { lastsAbsence } from './grants.ts'

/** For statements in which `p` is the person and `a` the account, where there is one: not suspended, not gone. */
export const isLetIn = (now: string): Sql => sql`not coalesce(a.suspended, false)
  and not exists (select 1 from identity.absence away where away.person = p.id and away.closes and ${lastsAbsence(now)})`

export const mayComeIn = async (cx: Pick<Cx, 'tx' | 'now'>, person: string): Promise<boolean> =>
  (await cx.tx.maybe(
    sql`select 1 from identity.person p left join identity.account a on a.person = p.id where p.id = ${person} and ${isLetIn(cx.now)}`,
  )) !== undefined

/** The agency of a person who comes in; undefined where nobody does. */
export const personComing = (
  cx: Pick<Cx, 'tx' | 'now'>,
  person: string,
): Promise<{ agency: string | null; letIn: boolean } | undefined> =>
  cx.tx.maybe<{ agency: string | null; letIn: boolean }>(sql`
    select p.agency, exists (select 1 from identity.account a where a.person = p.id and ${isLetIn(cx.now)}) as "letIn"
      from identity.person p where p.id = ${person}`)

export interface AbsenceRow {
  readonly id: string
  readonly person: string
  readonly kind: string
  readonly from: string
  readonly until: string | null
  readonly endedAt: string | null
  readonly closes: boolean
  readonly standIn: { id: string; name: string } | null
  readonly words: string | null
  readonly by: string | null
}
const columns = sql`away.id, away.person, away.kind, away.from_at as from, away.until_at as until, e.ends_at as "endedAt", away.closes,
  case when s.id is not null then jsonb_build_object('id', s.id, 'name', s.name) end as "standIn", away.words, r.name as by`
const joined = sql`from identity.absence away left join identity.absence_end e on e.absence = away.id
  left join identity.person s on s.id = away.stand_in left join identity.person r on r.id = away.recorded_by`

export const absencesOf = (tx: Tx, person: string): Promise<AbsenceRow[]> =>
  tx.many(sql`select ${columns} ${joined} where away.person = ${person} order by away.from_at desc limit 50`)
export const findAbsence = (tx: Tx, id: string): Promise<AbsenceRow | undefined> =>
  tx.maybe(sql`select ${columns} ${joined} where away.id = ${id}`)

/** For lists in which `p` is the person: what keeps them away now, and until when. */
export const awayNow = (
  now: string,
): Sql => sql`(select jsonb_build_object('kind', away.kind, 'until', away.until_at, 'standIn', s.name)
  from identity.absence away left join identity.person s on s.id = away.stand_in where away.person = p.id and ${lastsAbsence(now)} order by away.closes desc, away.from_at desc limit 1)`
