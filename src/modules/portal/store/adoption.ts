/** Counts of what came from each office since an instant; sums over the service, of which no case can be read. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export interface OfficeCounts {
  readonly unit: string
  readonly deliveries: number
  readonly announced: number
  readonly questions: number
}
export const countsByOffice = (cx: Pick<Cx, 'tx'>, since: string): Promise<OfficeCounts[]> =>
  cx.tx.many<OfficeCounts>(sql`
    select unit, sum(deliveries)::int as deliveries, sum(announced)::int as announced, sum(questions)::int as questions from (
      select s.submitted_by_unit as unit, count(*) as deliveries, count(n.submission) as announced, 0 as questions
        from evidence.public_submission s left join evidence.public_announced n on n.submission = s.id
       where s.at >= ${since}::timestamptz and s.state = 'received' and s.submitted_by_unit is not null group by 1
      union all
      select p.unit, 0, 0, count(*) from portal.question q join identity.person p on p.id = q.recorded_by
       where q.recorded_at >= ${since}::timestamptz and q.to_side = 'service' and p.unit is not null group by 1) each
     group by unit`)
