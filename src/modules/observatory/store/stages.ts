/**
 * Where the days of a request went: from the offence to the certificate in the hands of whoever asked, cut into stages that meet and never overlap, so that each
 * day belongs to exactly one owner. A milestone that was never recorded gives its time to the stage after it; what is open runs until the day of the count.
 */
import { serviceZone } from '#kernel/calendar.ts'
import { type Sql, joinSql, nameSql, sql } from '#platform/sql.ts'

/** Each stage with who has the thing in hand, and the milestone that ends it. */
export const stages = [
  ['collection', 'client', 'taken'],
  ['submission', 'client', 'received'],
  ['asking', 'client', 'asked'],
  ['acceptance', 'section', 'accepted'],
  ['assignment', 'section', 'assigned'],
  ['queue', 'analyst', 'started'],
  // Until the findings have passed technical review.
  ['examination', 'analyst', 'completed'],
  ['writing', 'analyst', 'drafted'],
  ['review', 'reviewer', 'signed'],
  ['issue', 'service', 'issued'],
  ['delivery', 'client', 'acknowledged'],
] as const
export const WAITING = ['waiting', 'others'] as const

/** b0, b1 … each at least the one before; a missing one is the one before where something later is known, else the day of the count. */
function boundaries(asOf: string): Sql {
  const steps = stages.map(([, , milestone], i) => {
    const later = stages.slice(i + 1).map(([, , m]) => `m.${m}`)
    const any = later.length > 0 ? `coalesce(${later.join(', ')}) is not null` : 'false'
    return sql`cross join lateral (select greatest(${nameSql(`c${i}.b`)}, coalesce(${nameSql(`m.${milestone}`)}, case when m.ended then ${nameSql(`c${i}.b`)} when ${nameSql(any)} then ${nameSql(`c${i}.b`)} else ${asOf}::timestamptz end)) as b offset 0) ${nameSql(`c${i + 1}`)}`
  })
  return joinSql(steps, ' ')
}

export const stagesOf = (asOf: string): Sql => sql`(
  with step as materialized (
    select request, state, waiting, at, lead(at) over (partition by request order by seq) as next from work.public_step where at <= ${asOf}::timestamptz),
  waits as materialized (select request, at as f, coalesce(next, ${asOf}::timestamptz) as t from step where waiting),
  steps as (select request, min(at) filter (where state = 'accepted') as accepted, min(at) filter (where state = 'assigned') as assigned, min(at) filter (where state = 'started') as started,
                   max(at) filter (where state = 'completed') as completed, bool_or(state in ('declined', 'withdrawn')) as ended from step group by 1),
  papers as (select request, min(at) filter (where kind = 'drafted') as drafted, min(at) filter (where kind = 'signed') as signed, min(at) filter (where kind = 'issued') as issued,
                    min(at) filter (where kind = 'acknowledged') as acknowledged from reports.public_milestone where at <= ${asOf}::timestamptz group by 1),
  passed as (select request, max(from_at) as at from results.public_conclusion where from_at <= ${asOf}::timestamptz group by 1),
  handed as (select root, min(at) as at from evidence.public_submission where state = 'received' group by 1),
  collected as (select root, min(taken_at) as at from evidence.public_taken group by 1),
  milestone as materialized (
    select a.request, a.root, a.unit, a.discipline, a.question, a.asked_at as asked,
           least((c.offence_on::timestamp + interval '12 hours') at time zone ${serviceZone()}, a.asked_at) as began,
           case when collected.at <= a.asked_at then collected.at end as taken, case when handed.at <= a.asked_at then handed.at end as received,
           steps.accepted, steps.assigned, steps.started, coalesce(passed.at, steps.completed) as completed, coalesce(steps.ended, false) as ended,
           papers.drafted, papers.signed, papers.issued, papers.acknowledged
      from work.public_asked a join cases.public_case c on c.id = a.root
      left join steps on steps.request = a.request left join papers on papers.request = a.request left join passed on passed.request = a.request
      left join handed on handed.root = a.root left join collected on collected.root = a.root
     where not c.sealed and a.asked_at <= ${asOf}::timestamptz),
  span as (
    select m.*, v.stage, v.owner, v.f, v.t,
           coalesce((select sum(extract(epoch from least(w.t, v.t) - greatest(w.f, v.f))) from waits w where w.request = m.request and w.f < v.t and w.t > v.f), 0) as waited
      from milestone m cross join lateral (select least(m.began, m.taken, m.received, m.asked) as b offset 0) c0 ${boundaries(asOf)}
     cross join lateral (values ${joinSql(
       stages.map(
         ([stage, owner], i) => sql`(${stage}, ${owner}, ${nameSql(`c${i}.b`)}, ${nameSql(`c${i + 1}.b`)})`,
       ),
       ', ',
     )}) v(stage, owner, f, t)
     where v.t > v.f)
  select request, root, stage, owner, discipline, question, unit::text as unit, hashtext(request::text) as noise, to_char(asked at time zone ${serviceZone()}, 'YYYY') as year,
         to_char(asked at time zone ${serviceZone()}, 'YYYY-MM') as month, case when issued is null then 'not-applicable' else to_char(issued at time zone ${serviceZone()}, 'YYYY') end as issued_year,
         (extract(epoch from t - f) - waited) / 86400 as days from span where extract(epoch from t - f) > waited
  union all
  select request, root, 'waiting', 'others', discipline, question, unit::text, hashtext(request::text), to_char(asked at time zone ${serviceZone()}, 'YYYY'), to_char(asked at time zone ${serviceZone()}, 'YYYY-MM'),
         case when issued is null then 'not-applicable' else to_char(issued at time zone ${serviceZone()}, 'YYYY') end, sum(waited) / 86400 from span where waited > 0 group by 1, 2, 5, 6, 7, 8, 9, 10, 11)`
