/** The SQL of the offices in which somebody holds a role, and of the grants behind a right. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { holdsGrant } from './grants.ts'

/** Their own, and those where a role is held: the office itself, not all that is beneath it. */
export const officesOf = (cx: Pick<Cx, 'tx' | 'now' | 'actor'>): Promise<{ id: string; name: string }[]> =>
  cx.tx.many(sql`
    select u.id, u.name from identity.unit u
     where u.id = (select p.unit from identity.person p where p.id = ${cx.actor.id})
        or exists (select 1 from identity.role_grant g where g.person = ${cx.actor.id} and g.unit = u.id and ${holdsGrant('g', cx.now, false)})
     order by u.name, u.id limit 60`)

export interface GrantSeen {
  readonly role: string
  readonly unit: string | null
  readonly unit_name: string | null
  readonly holds: boolean
  readonly until: string | null
}
/** Every grant that a person was given, whether it holds now or not. */
export const grantsEver = (cx: Pick<Cx, 'tx' | 'now'>, person: string): Promise<GrantSeen[]> =>
  cx.tx.many<GrantSeen>(sql`
    select g.role, g.unit, u.name as unit_name, ${holdsGrant('g', cx.now, false)} as holds, g.until_at as until
      from identity.role_grant g left join identity.unit u on u.id = g.unit where g.person = ${person} order by holds desc, g.recorded_at desc limit 200`)
