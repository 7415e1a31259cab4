/** A case as it was known at an instant: the same covered rows, up to that moment and no further. */
import { notFound } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { type CaseCard, type Incident, partiesOf } from './case-file.ts'
import type { HoldKind, Hold } from './holds.ts'

export interface Past {
  readonly card: CaseCard
  readonly restricted: boolean
  readonly sealed: boolean
  readonly priority: number
  readonly holds: Hold[]
  readonly court: {
    id: string
    kind: string
    on: string
    time: string | null
    court: string | null
    text: string
  }[]
  /** Entries on this root made after that instant. */
  readonly later: number
}
interface Row {
  number: string
  title: string
  summary: string | null
  type: string
  state: 'open' | 'closed'
  level: string
  priority: number
  sexual: boolean
  aliases: { kind: string; text: string }[]
  offences: CaseCard['offences']
  incident: Incident | null
  investigator: CaseCard['investigator']
  court: Past['court']
  later: number
}

/** 404 where the case was not yet opened. Names are hidden by today's protection: time travel unmasks nobody. */
export async function caseAt(cx: Pick<Cx, 'tx' | 'actor' | 'now'>, root: string, at: string): Promise<Past> {
  const row = await cx.tx.maybe<Row>(sql`
    select c.number, coalesce(t.title, c.title) as title, coalesce(t.summary, c.summary) as summary, coalesce(t.type, c.type) as type, coalesce(s.state, 'open') as state, coalesce(z.level, 'open') as level, coalesce(r.priority, 3) as priority,
      (select st.sexual from cases.standing st where st.root = c.id) as sexual,
      coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'text', a.text) order by a.recorded_at, a.id) from cases.alias a where a.root = c.id and a.recorded_at <= ${at}::timestamptz), '[]') as aliases,
      coalesce((select jsonb_agg(jsonb_build_object('code', o.code, 'iccs', o.iccs, 'counts', o.counts) order by o.recorded_at, o.id) from cases.offence o where o.root = c.id and o.recorded_at <= ${at}::timestamptz), '[]') as offences,
      (select jsonb_build_object('on', i.on_text, 'absent', i.absent, 'until', i.until_text, 'time', i.time_text, 'precision', i.precision, 'district', i.district, 'settlement', i.settlement, 'highway', i.highway, 'mile', i.mile::text, 'place', i.place, 'latitude', i.latitude::text, 'longitude', i.longitude::text)
         from cases.incident i where i.root = c.id and i.recorded_at <= ${at}::timestamptz order by seq desc limit 1) as incident,
      (select jsonb_build_object('person', v.person, 'name', coalesce(v.name, p.name), 'unit', u.id, 'unitName', u.name, 'agency', g.id, 'agencyName', g.name)
         from cases.investigator v left join identity.person p on p.id = v.person left join identity.unit u on u.id = coalesce(v.unit, p.unit) left join identity.agency g on g.id = u.agency
        where v.root = c.id and v.recorded_at <= ${at}::timestamptz order by v.seq desc limit 1) as investigator,
      coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'on', e.on_day, 'time', e.at_time, 'court', e.court, 'text', e.text) order by e.on_day) from cases.court_event e where e.root = c.id and e.recorded_at <= ${at}::timestamptz), '[]') as court,
      (select count(*)::int from ledger.entry e where e.root = c.id and e.recorded_at > ${at}::timestamptz) as later
      from cases.case c
      left join lateral (select title, summary, type from cases.title x where x.root = c.id and recorded_at <= ${at}::timestamptz order by seq desc limit 1) t on true
      left join lateral (select state from cases.state x where x.root = c.id and recorded_at <= ${at}::timestamptz order by seq desc limit 1) s on true
      left join lateral (select level from cases.sensitivity x where x.root = c.id and recorded_at <= ${at}::timestamptz order by seq desc limit 1) z on true
      left join lateral (select priority from cases.priority x where x.root = c.id and recorded_at <= ${at}::timestamptz order by seq desc limit 1) r on true
     where c.id = ${root} and c.recorded_at <= ${at}::timestamptz`)
  if (!row) throw notFound()
  const holds = await cx.tx.many<{
    id: string
    subject: Hold['subject']
    root: string
    kind: HoldKind
    why: string
    values: Hold['values'] | null
    recorded_at: string
    recorded_by: string | null
  }>(sql`
    select id, subject, root, kind, why, values, recorded_at, recorded_by from cases.hold h where root = ${root} and recorded_at <= ${at}::timestamptz
       and not exists (select 1 from cases.hold_lift l where l.hold = h.id and l.recorded_at <= ${at}::timestamptz) order by recorded_at, id`)
  const { level, priority, sexual, court, later, ...facts } = row
  return {
    card: { id: root, ...facts, parties: await partiesOf(cx, root, sexual, { asOf: at }) },
    restricted: level === 'restricted',
    sealed: level === 'sealed',
    priority,
    court,
    later,
    holds: holds.map(({ recorded_at, recorded_by, values, ...h }) => ({
      ...h,
      ...(values ? { values } : {}),
      since: recorded_at,
      by: recorded_by,
    })),
  }
}
