/** The whole record of one thing in one statement: every hand, seal, weight, photograph, word and doubt about it. */
import { type HeldColumn, holdsColumn } from '#modules/cases/public.ts'
import { formDue } from '#modules/catalogue/public.ts'
import { visible } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import { instantOf } from '#kernel/shapes.ts'
import type { Cx } from '#platform/cx.ts'
import { type Sql, nameSql, noSql, sql } from '#platform/sql.ts'
import type { CountFact } from '../rules.ts'
import { isCashType } from './cash.ts'
import { byText, itemColumns, type Holder, type ItemRow } from './items.ts'
import { linksColumn, type LinkRow, recoveryColumn } from './taking.ts'

export interface EventFact {
  id: string
  seq: number
  kind: string
  state: string
  from: Holder | null
  to: Holder | null
  gave_at: string | null
  at: string
  recorded_at: string
  gave_by: string | null
  took_by: string | null
  gave_sign: string | null
  took_sign: string | null
  witness_name: string | null
  hand_over: string | null
  consignment: string | null
  due_at: string | null
  purpose: string | null
  words: string | null
}
export interface CorrectionFact {
  event: string
  at: string | null
  gave_at: string | null
  purpose: string | null
  words: string | null
  recorded_at: string
}
export interface SealFact {
  id: string
  number: string
  found: boolean
  applied_by_name: string | null
  applied_at: string | null
  recorded_at: string
  events: { kind: string; at: string; recorded_at: string; by_name: string; words: string | null }[]
}
export interface WeighingFact {
  id: string
  seq: number
  net: string
  gross: string | null
  unit: string
  tolerance: string
  at: string
  by_name: string
  recorded_at: string
  /** Its place in the log: whoever waited for another has the older clock, and came after all the same. */
  no: number
}
export interface TakenFact {
  value: string
  unit: string
  at: string
  no: number
}
export interface PackagingFact {
  seq: number
  type: string
  colour: string | null
  size: string | null
  condition: string | null
  words: string | null
  recorded_at: string
}
export interface DiscrepancyFact {
  id: string
  kind: string
  expected: string | null
  found: string | null
  words: string
  recorded_at: string
}
export interface ExplanationFact {
  about: string
  words: string
  by_name: string
  witness_name?: string | null
  recorded_at: string
}

/** What findings are made from. */
export interface ChainFacts {
  readonly events: EventFact[]
  readonly corrections: CorrectionFact[]
  readonly seals_of: SealFact[]
  readonly weighings: WeighingFact[]
  readonly taken: TakenFact[]
  readonly packaging: PackagingFact[]
  readonly discrepancies: DiscrepancyFact[]
  readonly explanations: ExplanationFact[]
  /** Counts of money, by round and person. */
  readonly cash: CountFact[]
}

const chainColumns = (thing: Sql): Sql => sql`
  (select coalesce(json_agg(json_build_object('id', e.id, 'seq', e.seq, 'kind', e.kind, 'state', e.state,
      'from', case when e.from_kind is not null then json_build_object('kind', e.from_kind, 'id', e.from_id, 'name', e.from_name, 'where', e.from_where) end,
      'to', case when e.to_kind is not null then json_build_object('kind', e.to_kind, 'id', e.to_id, 'name', e.to_name, 'where', e.to_where) end,
      'gave_at', e.gave_at, 'at', e.at, 'recorded_at', e.recorded_at, 'gave_by', e.gave_by, 'took_by', e.took_by, 'gave_sign', e.gave_sign, 'took_sign', e.took_sign, 'witness_name', e.witness_name, 'hand_over', e.hand_over, 'consignment', e.consignment, 'due_at', e.due_at, 'purpose', e.purpose, 'words', e.words) order by e.seq), '[]')
     from evidence.custody_event e where e.thing = ${thing}) as events,
  (select coalesce(json_agg(json_build_object('event', c.event, 'at', c.at, 'gave_at', c.gave_at, 'purpose', c.purpose, 'words', c.words, 'recorded_at', c.recorded_at) order by c.recorded_at, c.id), '[]') from evidence.custody_correction c where c.thing = ${thing}) as corrections,
  (select coalesce(json_agg(json_build_object('id', s.id, 'number', s.number, 'found', s.found, 'applied_by_name', s.applied_by_name, 'applied_at', s.applied_at, 'recorded_at', s.recorded_at,
      'events', (select json_agg(json_build_object('kind', v.kind, 'at', v.at, 'recorded_at', v.recorded_at, 'by_name', v.by_name, 'words', v.words) order by v.seq) from evidence.seal_event v where v.seal = s.id)) order by s.recorded_at, s.id), '[]')
     from evidence.seal s where s.thing = ${thing}) as seals_of,
  (select coalesce(json_agg(json_build_object('id', w.id, 'seq', w.seq, 'net', w.net::text, 'gross', w.gross::text, 'unit', w.unit, 'tolerance', w.tolerance::text, 'at', w.at, 'by_name', w.by_name, 'recorded_at', w.recorded_at, 'no', (select n.no from ledger.entry n where n.id = w.entry)) order by w.seq), '[]') from evidence.weighing w where w.thing = ${thing}) as weighings,
  (select coalesce(json_agg(json_build_object('value', x.amount::text, 'unit', x.unit, 'at', x.recorded_at, 'no', (select n.no from ledger.entry n where n.id = x.entry)) order by x.recorded_at), '[]') from (
      select amount, unit, recorded_at, entry from evidence.subsample where source = ${thing} and amount is not null union all select amount, unit, recorded_at, entry from evidence.consumption where thing = ${thing} and amount is not null) x) as taken,
  (select coalesce(json_agg(json_build_object('seq', k.seq, 'type', k.type, 'colour', k.colour, 'size', k.size, 'condition', k.condition, 'words', k.words, 'recorded_at', k.recorded_at) order by k.seq), '[]') from evidence.packaging k where k.thing = ${thing}) as packaging,
  (select coalesce(json_agg(json_build_object('id', d.id, 'kind', d.kind, 'expected', d.expected, 'found', d.found, 'words', d.words, 'recorded_at', d.recorded_at) order by d.recorded_at, d.id), '[]') from evidence.discrepancy d where d.thing = ${thing}) as discrepancies,
  (select coalesce(json_agg(json_build_object('about', x.about, 'words', x.words, 'by_name', x.by_name, 'witness_name', x.witness_name, 'recorded_at', x.recorded_at) order by x.recorded_at, x.id), '[]') from evidence.explanation x where x.thing = ${thing}) as explanations,
  (select coalesce(json_agg(json_build_object('id', m.id, 'round', m.round, 'place', m.place, 'person', m.person, 'by_name', m.by_name, 'signed', m.signed, 'lines', m.lines, 'doubtful', m.doubtful, 'words', m.words, 'at', m.at, 'recorded_at', m.recorded_at) order by m.round, m.place), '[]') from evidence.cash_count m where m.thing = ${thing}) as cash`

/** PostgreSQL writes instants inside JSON with an offset; here they are as everywhere else. */
const instantKeys = new Set([
  'born',
  'at',
  'gave_at',
  'recorded_at',
  'applied_at',
  'due_at',
  'since',
  'taken_at',
  'received_at',
  'occurred_at',
  'ended_at',
])
/** Of the two forms in which nearly all come only the end is exchanged. */
function instantIn(text: string): string {
  if (text.endsWith('+00:00')) {
    if (text.length === 25) return `${text.slice(0, 19)}.000Z`
    if (text.length === 29) return `${text.slice(0, 23)}Z`
  }
  return instantOf(Date.parse(text))
}
/** In place: what the database just answered is nobody else's. */
export function asInstants<T>(value: T): T {
  if (Array.isArray(value)) for (const one of value) asInstants(one)
  else if (typeof value === 'object' && value !== null) {
    const row = value as Record<string, unknown>
    for (const key in row) {
      const v = row[key]
      if (typeof v === 'object') {
        if (key === 'label_prints') row[key] = (v as string[]).map(instantIn)
        else asInstants(v)
      } else if (typeof v === 'string' && instantKeys.has(key)) row[key] = instantIn(v)
    }
  }
  return value
}

export async function chainFacts(cx: Pick<Cx, 'tx'>, thing: string): Promise<ChainFacts> {
  return asInstants(await cx.tx.one<ChainFacts>(sql`select ${chainColumns(sql`${thing}::uuid`)}`))
}
/** The same of many things at once, by their id. */
export async function chainsOf(
  cx: Pick<Cx, 'tx'>,
  things: readonly string[],
): Promise<Map<string, ChainFacts>> {
  const rows = await cx.tx.many<ChainFacts & { thing: string }>(
    sql`select t.id as thing, ${chainColumns(sql`t.id`)} from unnest(${things as string[]}::uuid[]) as t(id)`,
  )
  return new Map(rows.map(({ thing, ...facts }) => [thing, asInstants(facts)]))
}

export interface PhotographFact {
  id: string
  file: string
  media_type: string
  shows: string
  caption: string | null
  by_name: string
  at: string
  recorded_at: string
}
export interface HazardFact {
  hazard: string
  words: string | null
}
export interface HazardStep extends HazardFact {
  state: string
  seq: number
  recorded_at: string
}
export interface RelativeFact {
  id: string
  number: string
  description: string
  state: string
  link: 'self' | 'split' | 'packed' | 'around' | 'source'
  parent: string | null
  depth: number
  amount: string | null
  born: string
}
export interface PlaceFact {
  id: string
  parent: string | null
  code: string
  name: string
  kind: string
  things: number
  here: boolean
}

export interface WholeItem extends ItemRow, ChainFacts {
  readonly case_number: string
  readonly case_title: string
  readonly submitted: {
    number: string
    by: string
    where: string | null
    at: string
    way: string | null
  } | null
  /** Whether its kind is money, by the laboratory's list. */
  readonly is_cash: boolean
  readonly taken_from: string | null
  readonly taken_at: string | null
  readonly taken_on: string | null
  readonly taken_place: string | null
  readonly their_number: string | null
  readonly descriptions: { words: string; count: number | null; recorded_at: string; by: string | null }[]
  /** Newest first; the answers as JSON text, because what stands inside is the laboratory's own. */
  readonly particulars: { form: string; answers: string; recorded_at: string; by: string | null }[]
  readonly own_hazards: HazardFact[]
  /** Flagged on the case: they hold for everything of it. */
  readonly case_hazards: string[]
  readonly hazard_steps: HazardStep[]
  readonly photographs: PhotographFact[]
  /** When labels of it were printed. */
  readonly label_prints: string[]
  readonly family: RelativeFact[]
  readonly path: { id: string; code: string; name: string; kind: string }[]
  readonly shelf: PlaceFact[]
  /** What stands in its way, as `holdsRead` reads it. */
  readonly held: HeldColumn
  readonly links: readonly LinkRow[]
  readonly recovery: { method: string; area: string } | null
  /** The newest entries of its history. */
  readonly latest: { seq: number; action: string; occurred_at: string; by: string | null }[]
  /** Names of the codes of its kind and its packaging, by list and code. */
  readonly names: Readonly<Record<string, string>>
  /** The form by which things of its kind are described today. */
  readonly form_due: string | null
  readonly offer: {
    handOver: string
    from: string
    from_person: string
    to: string
    toId: string
    at: string
  } | null
}

/** Parts of it, what they were taken from, what it is packed with: up and down, at most some two hundred. */
const familySql = sql`
  (with recursive above as (
      select t.id, t.parent, 0 as up from evidence.thing t where t.id = n.thing
      union all select t.id, t.parent, a.up + 1 from evidence.thing t join above a on t.id = a.parent where a.up < 8),
    tree as (
      select id, parent, 0 as depth from (select id, null::uuid as parent from above order by up desc limit 1) top
      union all select t.id, t.parent, r.depth + 1 from evidence.thing t join tree r on t.parent = r.id where r.depth < 8),
    around as (
      select c.thing as id from evidence.thing_now c where c.packed_in = n.thing
      union select n.packed_in where n.packed_in is not null)
   select coalesce(json_agg(f order by f.depth, length(f.number), f.number), '[]') from (
     select x.thing as id, x.number, x.words as description, x.state, x.born_at as born, r.parent, r.depth,
            case when x.thing = n.thing then 'self' when x.thing = n.parent then 'source' when x.packed_in = n.thing then 'packed' else 'split' end as link,
            (select s.amount::text || ' ' || s.unit from evidence.subsample s where s.thing = x.thing limit 1) as amount
       from tree r join evidence.thing_now x on x.thing = r.id
     union all
     select x.thing, x.number, x.words, x.state, x.born_at, case when x.packed_in = n.thing then n.thing end, case when x.packed_in = n.thing then 1 else -1 end, case when x.packed_in = n.thing then 'packed' else 'around' end, null
       from around q join evidence.thing_now x on x.thing = q.id where x.thing not in (select id from tree)
     limit 200) f)`

const placeSql = sql`
  (with recursive up as (
      select l.id, l.parent, l.code, l.name, l.kind, 0 as step from evidence.location l where l.id = n.holder
      union all select l.id, l.parent, l.code, l.name, l.kind, u.step + 1 from evidence.location l join up u on l.id = u.parent where u.step < 12)
   select coalesce(json_agg(json_build_object('id', id, 'code', code, 'name', name, 'kind', kind) order by step desc), '[]') from up)`

/** Neighbours on each level above: what a person sees on the way to it. */
const shelfSql = sql`
  (with recursive up as (
      select l.id, l.parent, 0 as step from evidence.location l where l.id = n.holder
      union all select l.id, l.parent, u.step + 1 from evidence.location l join up u on l.id = u.parent where u.step < 12)
   select coalesce(json_agg(json_build_object('id', s.id, 'parent', s.parent, 'code', s.code, 'name', s.name, 'kind', s.kind, 'things', coalesce(w.things, 0), 'here', s.id in (select id from up)) order by s.position, s.code), '[]')
     from (select l.* from evidence.location l where l.parent in (select parent from up where parent is not null) limit 300) s left join evidence.location_now w on w.location = s.id)`

/** Written out, so that PostgreSQL makes one plan and keeps it: a limit that may differ it would think over each time. */
const LATEST = nameSql('8')
const latestSql = (asOf: string | undefined): Sql => sql`
  (select coalesce(json_agg(json_build_object('seq', e.seq, 'action', e.action, 'occurred_at', e.occurred_at, 'by', p.name) order by e.no desc), '[]')
     from (select * from ledger.entry e where e.subject = 'evidence.item/' || n.thing ${asOf ? sql`and e.recorded_at <= ${asOf}::timestamptz` : noSql} order by e.no desc limit ${LATEST}) e left join identity.person p on p.id = e.actor_id)`

const namesSql = (language: 'en' | 'es'): Sql => sql`
  (select coalesce(json_object_agg(r.list || ' ' || r.code, c.name), '{}') from (
      select 'item-type' as list, n.type as code where n.type is not null
      union select v.list, v.code from evidence.packaging k cross join lateral (values ('packaging-type', k.type), ('colour', k.colour), ('packaging-size', k.size), ('condition', k.condition)) v(list, code) where k.thing = n.thing and v.code is not null
      union select 'recovery-method', m.method from evidence.recovery m where m.thing = n.thing) r
    cross join lateral (select case when ${language} = 'es' then x.es else x.en end as name from catalogue.public_code x where x.list = r.list and x.code = r.code) c)`

/** By id, number or barcode, with the answer to “may this person see it?”. */
export async function wholeItem(
  cx: Pick<Cx, 'tx' | 'actor' | 'now' | 'language'>,
  name: { id?: string | undefined; text?: string | undefined },
  asOf?: string,
): Promise<WholeItem> {
  const which = name.id ? sql`n.thing = ${name.id}` : sql`n.${byText(name.text ?? '')}`
  // As one value: PostgreSQL describes, and the driver reads, some fifty columns anew each time they come.
  const row = await cx.tx.maybe<{ item: WholeItem }>(sql`
    select row_to_json(i) as item from (
    select ${itemColumns}, ${visible(cx, 'n.root')} as may_see, f.number as case_number, f.title as case_title, f.sensitive,
      t.taken_from, t.taken_at, t.taken_on, t.taken_place, t.their_number, ${isCashType(sql`n.type`)} as is_cash,
      (select json_build_object('number', u.number, 'by', u.submitted_by_name, 'where', u.submitted_by_where, 'at', u.at, 'way', u.way) from evidence.submission u where u.id = n.submission) as submitted,
      (select json_agg(json_build_object('words', d.words, 'count', d.count, 'recorded_at', d.recorded_at, 'by', p.name) order by d.seq desc) from evidence.description d left join identity.person p on p.id = d.recorded_by where d.thing = n.thing) as descriptions,
      (select coalesce(json_agg(json_build_object('form', a.form, 'answers', a.answers::text, 'recorded_at', a.recorded_at, 'by', p.name) order by a.seq desc), '[]') from evidence.particulars a left join identity.person p on p.id = a.recorded_by where a.thing = n.thing) as particulars,
      (select coalesce(json_agg(json_build_object('hazard', h.hazard, 'words', h.words)), '[]') from (select distinct on (hazard) hazard, state, words from evidence.hazard_flag g where g.thing = n.thing order by hazard, seq desc) h where h.state = 'flagged') as own_hazards,
      (select coalesce(json_agg(json_build_object('hazard', g.hazard, 'state', g.state, 'seq', g.seq, 'words', g.words, 'recorded_at', g.recorded_at) order by g.hazard, g.seq), '[]') from evidence.hazard_flag g where g.thing = n.thing) as hazard_steps,
      array(select c.hazard from cases.public_hazard c where c.root = n.root order by c.hazard) as case_hazards,
      (select coalesce(json_agg(json_build_object('id', q.id, 'file', q.file, 'media_type', q.media_type, 'shows', q.shows, 'caption', q.caption, 'by_name', q.by_name, 'at', q.at, 'recorded_at', q.recorded_at) order by q.recorded_at desc, q.id desc), '[]') from evidence.photograph q where q.thing = n.thing) as photographs,
      (select coalesce(json_agg(l.recorded_at order by l.copy), '[]') from evidence.label l where l.thing = n.thing) as label_prints,
      ${familySql} as family,
      case when n.holder_kind = 'place' then ${placeSql} else '[]'::json end as path,
      case when n.holder_kind = 'place' then ${shelfSql} else '[]'::json end as shelf,
      (select json_build_object('handOver', o.hand_over, 'from', h.from_name, 'from_person', o.from_person, 'to', h.to_name, 'toId', o.to_person, 'at', o.at) from evidence.hand_over_open o join evidence.hand_over h on h.id = o.hand_over where o.thing = n.thing) as offer,
      ${linksColumn(cx, sql`n.thing`)} as links, ${recoveryColumn(sql`n.thing`)} as recovery,
      ${latestSql(asOf)} as latest, ${namesSql(cx.language)} as names, ${formDue(cx, sql`n.type`)} as form_due, ${holdsColumn(sql`'evidence.item/' || n.thing`)} as held,
      ${chainColumns(sql`n.thing`)}
      from evidence.thing_now n join evidence.thing t on t.id = n.thing join cases.public_case f on f.id = n.root
     where ${which} limit 1) i`)
  if (!row) throw notFound()
  return asInstants(row.item)
}

export interface Names {
  readonly code: (list: string, code: string) => string
  readonly person: (id: string) => string | undefined
}
/** Names of codes in a language, and of people, in one statement. */
export async function namesFor(
  cx: Pick<Cx, 'tx'>,
  codes: readonly (readonly [list: string, code: string | null | undefined])[],
  people: readonly (string | null)[],
  language: 'en' | 'es',
): Promise<Names> {
  const asked = codes.filter((w): w is readonly [string, string] => Boolean(w[1]))
  const ids = [...new Set(people.filter((p): p is string => p !== null))]
  const rows =
    asked.length + ids.length === 0
      ? []
      : await cx.tx.many<{ key: string; name: string | null }>(sql`
    select r.list || ' ' || r.code as key, (select case when ${language} = 'es' then c.es else c.en end from catalogue.public_code c where c.list = r.list and c.code = r.code) as name
      from unnest(${asked.map((a) => a[0])}::text[], ${asked.map((a) => a[1])}::text[]) as r(list, code)
    union all select id::text, name from identity.person where id = any(${ids}::uuid[])`)
  const names = new Map(rows.map((r) => [r.key, r.name]))
  return {
    code: (list, code) => names.get(`${list} ${code}`) ?? code,
    person: (id) => names.get(id) ?? undefined,
  }
}
