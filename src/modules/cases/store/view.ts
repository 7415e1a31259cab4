/** The case page in one answer: the card in words, what hangs on it, what is open. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { visible } from '#identity/sight.ts'
import type { CaseCard, CaseRow } from './case-file.ts'
import { namesOf, type Wanted } from './codes.ts'
import type { Hazard } from './hazards.ts'
import type { Hold } from './holds.ts'

/** The card with each code in the reader's words. */
export async function inWords(cx: Cx, card: CaseCard) {
  const i = card.incident
  const wanted: Wanted[] = [
    ['case-type', card.type],
    ...card.aliases.map((a): Wanted => ['number-kind', a.kind]),
    ...card.offences.map((o): Wanted => ['offence', o.code]),
    ...card.parties.map((p): Wanted => ['party-role', p.role]),
    ['district', i?.district],
    ['settlement', i?.settlement],
    ['highway', i?.highway],
  ]
  const name = await namesOf(cx, wanted)
  const named = (list: string, code: string | null | undefined) =>
    code ? { code, name: name(list, code) } : null
  return {
    type: { code: card.type, name: name('case-type', card.type) },
    aliases: card.aliases.map((a) => ({ ...a, kindName: name('number-kind', a.kind) })),
    offences: card.offences.map((o) => ({ ...o, name: name('offence', o.code) })),
    parties: card.parties.map((p) => ({
      ...p,
      otherNames: [...p.otherNames],
      roleName: name('party-role', p.role),
    })),
    incident: i && {
      on: i.on,
      absent: i.absent,
      until: i.until,
      time: i.time,
      precision: i.precision,
      district: named('district', i.district),
      settlement: named('settlement', i.settlement),
      highway: named('highway', i.highway),
      mile: i.mile,
      text: i.place,
      latitude: i.latitude,
      longitude: i.longitude,
    },
    investigator: card.investigator,
  }
}

export async function hazardsInWords(cx: Cx, hazards: readonly Hazard[]) {
  const name = await namesOf(
    cx,
    hazards.map((h): Wanted => ['hazard', h.hazard]),
  )
  return hazards.map((h) => ({ ...h, name: name('hazard', h.hazard) }))
}

export const holdsInWords = (cx: Pick<Cx, 'say'>, holds: readonly Hold[]) =>
  holds.map((h) => ({
    id: h.id,
    subject: h.subject,
    kind: h.kind,
    why: cx.say(h.why, h.values ?? {}),
    since: h.since,
  }))

export interface Hangings {
  tasks: {
    id: string
    text: string
    assignee: string
    assigneeName: string
    dueOn: string | null
    done: boolean
  }[]
  notes: {
    id: string
    kind: string
    way: string | null
    with: string | null
    direction: string | null
    text: string | null
    at: string
    by: string | null
  }[]
  documents: {
    id: string
    name: string
    kind: string
    mediaType: string
    size: number
    file: string
    note: string | null
    at: string
    destroyed: boolean
  }[]
  court: { id: string; kind: string; on: string; time: string | null; court: string | null; text: string }[]
  unitName: string | null
  duplicateNumber: string | null
  closed: { by: string | null; counts: { kind: string; open: number; done: number }[] } | null
  historyCount: number
}

/** One statement: what hangs on the root, the newest hundred notes and papers. */
export function hangingsOf(cx: Pick<Cx, 'tx' | 'actor' | 'now'>, file: CaseRow): Promise<Hangings> {
  return cx.tx.one<Hangings>(sql`
    select
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'text', t.text, 'assignee', t.assignee, 'assigneeName', coalesce(p.name, ''), 'dueOn', t.due_on, 'done', exists (select 1 from cases.task_done d where d.task = t.id)) order by t.recorded_at desc)
        from cases.task t left join identity.person p on p.id = t.assignee where t.root = ${file.root}), '[]') as tasks,
      coalesce((select jsonb_agg(n.j order by n.at desc) from (select n.happened_at as at, jsonb_build_object('id', n.id, 'kind', n.kind, 'way', n.way, 'with', n.with_whom, 'direction', n.direction, 'text', v.value ->> 'text', 'at', to_char(n.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', p.name) as j
        from cases.note n left join ledger.vault v on v.id = n.vault left join identity.person p on p.id = n.recorded_by where n.root = ${file.root} order by n.happened_at desc limit 100) n), '[]') as notes,
      coalesce((select jsonb_agg(d.j order by d.at desc) from (select d.recorded_at as at, jsonb_build_object('id', d.id, 'name', d.name, 'kind', d.kind, 'mediaType', d.media_type, 'size', d.size, 'file', d.file, 'note', d.note, 'destroyed', exists (select 1 from cases.paper_destroyed g where g.document = d.id), 'at', to_char(d.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as j
        from cases.document d where d.root = ${file.root} order by d.recorded_at desc limit 100) d), '[]') as documents,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'on', c.on_day, 'time', c.at_time, 'court', c.court, 'text', c.text) order by c.on_day, c.recorded_at) from cases.court_event c where c.root = ${file.root}), '[]') as court,
      (select name from identity.unit where id = ${file.receiving_unit}) as "unitName",
      (select d.number from cases.standing d where d.root = ${file.duplicate_of} and ${visible(cx, 'd.root')}) as "duplicateNumber",
      (select jsonb_build_object('by', p.name, 'counts', coalesce(x.stated -> 'counts', '[]')) from (select * from cases.state where root = ${file.root} order by seq desc limit 1) x left join identity.person p on p.id = x.recorded_by where x.state = 'closed') as closed,
      (select count(*)::int from ledger.entry where root = ${file.root}) as "historyCount"`)
}

export interface RelatedRow {
  id: string
  number: string
  title: string
  state: string
  kind: string
  from: string
}

export async function relatedInWords(cx: Cx, related: readonly RelatedRow[]) {
  const name = await namesOf(
    cx,
    related.map((r): Wanted => ['relation', r.kind]),
  )
  return related.map(({ id, number, title, kind }) => ({
    id,
    number,
    title,
    kind,
    kindName: kind === 'duplicate-of' ? cx.say('cases.relation-duplicate-of') : name('relation', kind),
  }))
}

/** Linked cases, both ways, of those that the reader may see: a count of the others would tell that they exist. */
export async function relatedTo(cx: Pick<Cx, 'tx' | 'actor' | 'now'>, root: string): Promise<RelatedRow[]> {
  return cx.tx.many<RelatedRow>(sql`
    select c.root as id, c.number, c.title, c.state, l.kind, l.from_root as from
      from (select other as at, kind, root as from_root, recorded_at from cases.relation where root = ${root}
            union all select root, kind, root, recorded_at from cases.relation where other = ${root}) l
      join cases.standing c on c.root = l.at where ${visible(cx, 'c.root')} and l.kind <> 'no-duplicate'
       and (l.kind <> 'duplicate-of' or exists (select 1 from cases.standing d where d.root = l.from_root and d.duplicate_of = case when l.at = l.from_root then ${root} else l.at end)) order by l.recorded_at`)
}
