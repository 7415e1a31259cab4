/** Bodies where they lie: the places of a morgue, who lies in each, readings, counts, effects, papers. */
import type { Cx } from '#platform/cx.ts'
import { ref } from '#kernel/shapes.ts'
import { itemRef } from '#modules/evidence/public.ts'
import { visible } from '#identity/sight.ts'
import { sql } from '#platform/sql.ts'

export interface MorguePlace {
  readonly id: string
  readonly parent: string
  readonly code: string
  readonly name: string
  readonly capacity: number | null
  readonly things: number
  readonly depth: number
  readonly unit: string
}
/** The units of a morgue (the level beneath its room) and their places, in the order of walking. */
export const placesOfMorgue = (cx: Pick<Cx, 'tx'>, code: string): Promise<MorguePlace[]> =>
  cx.tx.many(sql`
    with recursive down as (
      select p.id, p.parent, p.code, p.name, p.capacity, p.things, p.unit, p.position, 0 as depth, p.id as top, '' as way from evidence.public_place p where p.code = ${code}
      union all select p.id, p.parent, p.code, p.name, p.capacity, p.things, p.unit, p.position, d.depth + 1, case when d.depth = 0 then p.id else d.top end, d.way || '/' || lpad(p.position::text, 4, '0') || p.code from evidence.public_place p join down d on p.parent = d.id where d.depth < 2)
    select id, parent, code, name, capacity, things, depth, unit from down where depth > 0 order by way`)

/** Of these morgues the one in which a place lies, however deep, and whatever house the morgue itself stands in. */
export const morgueOf = (
  cx: Pick<Cx, 'tx'>,
  place: string,
  morgues: readonly string[],
): Promise<{ code: string } | undefined> =>
  cx.tx.maybe(sql`
    with recursive up as (
      select id, parent, code, 0 as step from evidence.public_place where id = ${place}
      union all select p.id, p.parent, p.code, u.step + 1 from evidence.public_place p join up u on p.id = u.parent where u.step < 12)
    select code from up where code = any(${morgues as string[]}) order by step limit 1`)

export interface BodyRow {
  readonly death: string
  readonly number: string
  readonly name: string | null
  readonly minor: boolean
  readonly sex: string | null
  readonly age: string | null
  readonly age_unit: string | null
  readonly age_absent: string | null
  readonly identity: string
  readonly body_at: string | null
  readonly unclaimed: boolean
  readonly state: string | null
  readonly place: string | null
  readonly holder_name: string | null
  readonly held: boolean
  readonly decided_at: string
  readonly circumstances: readonly string[]
  readonly barcode: string | null
  readonly papers_open: boolean
  readonly homicide: boolean
  readonly examination: string | null
  readonly cause: string | null
}
const ofCase = ref('cases.case', '')
/** Everybody who was taken on and has not left, or was taken up and is on the way, where they lie, in one statement. Who was buried by others is not awaited. */
export const bodiesHere = (cx: Cx): Promise<BodyRow[]> =>
  cx.tx.many<BodyRow>(sql`
    select s.root as death, s.number, v.value ->> 'name' as name, s.minor, s.sex, s.age, s.age_unit, c.age_absent, s.identity, s.body_at, s.unclaimed, s.circumstances, s.decided_at,
           i.state, i.barcode, case when i.holder_kind = 'place' then i.holder end as place, i.holder_name,
           exists (select 1 from cases.public_hold h where h.subject = ${itemRef('')} || s.body::text and h.kind not in ('born','work'))
           or exists (select 1 from cases.public_hold h where h.subject = ${ofCase} || s.case_root::text and h.kind <> 'born' and not exists (select 1 from death.consent n where n.root = s.root and n.hold = h.id and n.body = b.id)) as held,
           not exists (select 1 from death.paper p where p.root = s.root and p.state = 'approved' and not exists (select 1 from death.release r where r.root = p.root and r.recorded_at >= p.recorded_at)) as papers_open,
           coalesce(s.manner = 'homicide', false) as homicide, case when l.kind = 'exhumed' and not exists (select 1 from death.examination e where e.root = s.root and e.recorded_at > l.recorded_at) then null else s.examination end as examination, s.cause
      from death.standing s join death.call c on c.id = s.root left join evidence.public_item i on i.thing = s.body
      left join lateral (select x.id from death.body x where x.root = s.root order by coalesce(x.stay, 1) desc limit 1) b on true
      left join lateral (select x.kind, x.recorded_at from death.burial x where x.root = s.root order by x.seq desc limit 1) l on true
      left join ledger.vault v on v.id = coalesce(s.named, c.told)
     where s.state = 'accepted' and case when s.body is null or s.released_at is not null then coalesce(l.kind = 'exhumed', s.body is null) else true end and c.way <> 'record' and ${visible(cx, 's.root')} order by s.body_at nulls last, s.number`)

export interface ReadingRow {
  readonly place: string
  readonly celsius: string
  readonly at: string
}
/** Of the last half day for each place, oldest first; and the newest whenever it was. */
export const readingsOf = (cx: Pick<Cx, 'tx' | 'now'>, places: readonly string[]): Promise<ReadingRow[]> =>
  cx.tx.many(sql`
    select r.place, r.celsius, r.at from death.reading r where r.place = any(${places as string[]}::uuid[]) and (r.at > ${cx.now}::timestamptz - interval '12 hours' or r.at = (select max(x.at) from death.reading x where x.place = r.place)) order by r.at`)

export interface CountRow {
  readonly at: string
  readonly by_name: string
  readonly expected: number
  readonly found: number
  readonly missing: string[]
  readonly surplus: string[]
  readonly misplaced: string[]
}
export const lastCount = (cx: Pick<Cx, 'tx'>, morgue: string): Promise<CountRow | undefined> =>
  cx.tx.maybe(
    sql`select at, by_name, expected, found, missing, surplus, misplaced from death.count where morgue = ${morgue} order by at desc, id desc limit 1`,
  )

export interface BodyOf {
  readonly id: string
  readonly thing: string
  readonly condition: string | null
  readonly brought_by: string
  readonly brought_from: string | null
  readonly at: string
  readonly number: string
  readonly barcode: string
  readonly state: string
  readonly place: string | null
  readonly place_id: string | null
  readonly holder: string | null
  readonly since: string
}
export const bodyOf = (cx: Pick<Cx, 'tx'>, root: string): Promise<BodyOf | undefined> =>
  cx.tx.maybe(sql`
    select b.id, b.thing, b.condition, b.brought_by, b.brought_from, b.at, i.number, i.barcode, i.state, i.holder_where as place, case when i.holder_kind = 'place' then i.holder end as place_id, i.holder_name as holder, i.since
      from death.body b join evidence.public_item i on i.thing = b.thing where b.root = ${root} order by coalesce(b.stay, 1) desc limit 1`)

export interface EffectRow {
  readonly bag: string
  readonly number: string
  readonly seals: string[]
  readonly state: string
  readonly words: string
  readonly count: number
  readonly amount: string | null
  readonly currency: string | null
  readonly released_at: string | null
  readonly released_to: string | null
  readonly relation: string | null
}
export const effectsOf = (cx: Pick<Cx, 'tx'>, root: string): Promise<EffectRow[]> =>
  cx.tx.many(sql`
    select e.bag, i.number, i.seals, i.state, e.words, e.count, e.amount, e.currency, r.recorded_at as released_at, v.value ->> 'name' as released_to, r.relation
      from death.effect e join evidence.public_item i on i.thing = e.bag left join death.effects_release r on r.bag = e.bag left join ledger.vault v on v.id = r.vault
     where e.root = ${root} order by i.number, e.id`)

export interface PaperRow {
  readonly kind: string
  readonly seq: number
  readonly state: 'requested' | 'pending' | 'approved' | 'rejected'
  readonly number: string | null
  readonly by_name: string | null
  readonly signed: boolean
  readonly words: string | null
  readonly at: string
  /** The body went on it once. */
  readonly used: boolean
}
/** The newest of each kind. */
export const papersOf = (cx: Pick<Cx, 'tx'>, root: string): Promise<PaperRow[]> =>
  cx.tx.many(
    sql`select distinct on (p.kind) p.kind, p.seq, p.state, p.number, p.by_name, p.signed, p.words, p.at, exists (select 1 from death.release r where r.root = p.root and r.recorded_at >= p.recorded_at) as used from death.paper p where p.root = ${root} order by p.kind, p.seq desc`,
  )

export interface StayRow {
  readonly no: number
  readonly at: string
  readonly brought_by: string
  readonly condition: string | null
  readonly band: string | null
  readonly released_at: string | null
  readonly to: string | null
  readonly to_kind: string | null
  readonly papers: string[] | null
}
/** How often a body has been here, oldest first: how it came, and to whom it went. */
export const staysOf = (cx: Pick<Cx, 'tx'>, root: string): Promise<StayRow[]> =>
  cx.tx.many(sql`
    select coalesce(b.stay, 1) as no, b.at, b.brought_by, b.condition, b.band, r.recorded_at as released_at, v.value ->> 'name' as to, r.to_kind, r.papers
      from death.body b left join death.release r on r.root = b.root and coalesce(r.stay, 1) = coalesce(b.stay, 1) left join ledger.vault v on v.id = r.vault
     where b.root = ${root} order by 1`)
export const burialsOf = (
  cx: Pick<Cx, 'tx'>,
  root: string,
): Promise<{ seq: number; kind: string; on_text: string; place: string; authority: string | null }[]> =>
  cx.tx.many(
    sql`select seq, kind, on_text, place, authority from death.burial where root = ${root} order by seq`,
  )

/** Of these numbers and wristbands those of deaths that this reader may not see. */
export const hiddenAmong = async (cx: Cx, told: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await cx.tx.many<{ told: string }>(sql`
        select t.told from unnest(${told as string[]}::text[]) as t(told) join death.standing s on true left join evidence.public_item i on i.thing = s.body
         where upper(t.told) in (upper(s.number), upper(i.barcode)) and not ${visible(cx, 's.root')}`)
    ).map((r) => r.told),
  )
