/** The SQL of who is told how a case goes. */
import { visible } from '#identity/sight.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

type Reader = Pick<Cx, 'tx' | 'actor' | 'now'>
export interface FollowerRow {
  readonly person: string
  readonly name: string
  readonly office: string | null
  readonly follows: 'copy' | 'informed'
}

export const followersOf = (cx: Reader, root: string): Promise<FollowerRow[]> =>
  cx.tx.many<FollowerRow>(sql`
    select f.person, p.name, u.name as office, f.follows
      from (select distinct on (person) * from portal.follower where root = ${root} order by person, seq desc) f
      join identity.person p on p.id = f.person left join identity.unit u on u.id = p.unit
     where f.follows <> 'not' and ${visible(cx, 'f.root')} order by p.name, p.id limit 200`)

/** Whoever is told of an act on the case: its investigator apart. */
export const toldOfCase = async (
  cx: Pick<Cx, 'tx'>,
  root: string,
): Promise<{ followers: string[]; investigator: string | null; number: string | null }> => {
  const rows = await cx.tx.many<{ person: string }>(sql`
    select f.person from (select distinct on (person) person, follows from portal.follower where root = ${root} order by person, seq desc) f where f.follows <> 'not' limit 200`)
  const one = await cx.tx.maybe<{ person: string | null; number: string }>(
    sql`select v.person, c.number from cases.public_case c left join cases.public_investigator v on v.root = c.id where c.id = ${root}`,
  )
  return {
    followers: rows.map((r) => r.person),
    investigator: one?.person ?? null,
    number: one?.number ?? null,
  }
}

export const lastSeqOf = async (cx: Pick<Cx, 'tx'>, root: string, person: string): Promise<number> =>
  (
    await cx.tx.one<{ seq: number }>(
      sql`select coalesce(max(seq), 0)::int as seq from portal.follower where root = ${root} and person = ${person}`,
    )
  ).seq
