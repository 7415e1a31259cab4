/** Who of the offices outside has a way in, and who used it: what an adoption board counts. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { isLetIn } from './store/absences.ts'

export interface OfficePresence {
  readonly unit: string
  readonly name: string
  readonly agency: string
  readonly people: number
  readonly came: number
  readonly last_seen: string | null
}

/** Offices of other agencies with somebody who is let in; `came` are those whose session was seen since. No names. */
export const presenceByOffice = (cx: Pick<Cx, 'tx' | 'now'>, since: string): Promise<OfficePresence[]> =>
  cx.tx.many<OfficePresence>(sql`
    select u.id as unit, u.name, g.name as agency, count(distinct p.id)::int as people,
           count(distinct s.person) filter (where s.seen_at >= ${since}::timestamptz)::int as came, max(s.seen_at) as last_seen
      from identity.unit u join identity.agency g on g.id = u.agency and g.kind <> 'service'
      join identity.person p on p.unit = u.id join identity.account a on a.person = p.id and ${isLetIn(cx.now)}
      left join identity.session s on s.person = p.id
     group by u.id, u.name, g.name order by g.name, u.name, u.id limit 500`)
