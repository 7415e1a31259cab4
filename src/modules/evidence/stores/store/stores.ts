/** Stores as a whole: a place with its ways in and two levels beneath, what is carried out of it, its opening, which place keeps what. */
import type { Cx } from '#platform/cx.ts'
import { noSql, type Sql, sql } from '#platform/sql.ts'
import { myUnits } from '../../things/store/places.ts'

type Reader = Pick<Cx, 'tx' | 'actor' | 'now'>

export interface PlaceLine {
  id: string
  parent: string | null
  unit: string
  unit_name: string
  code: string
  name: string
  kind: string
  witness: boolean
  guns: boolean
  temporary: 'nothing' | 'witness' | 'photograph' | 'either' | null
  keeps: string[]
  capacity: number | null
  here: number
  beneath: number
  /** Room for how many in all places beneath that have a capacity, and how many stand in those. */
  room: number | null
  filled: number
  hazards: string[]
}
/**
 * The place asked for with all around it from the outside in, and two levels beneath; without one, the outermost places. A
 * store of thousands of shelves is shown as one walks through it, never whole.
 */
export function placesAround(
  cx: Reader,
  place: string | undefined,
  unit: string | undefined,
): Promise<PlaceLine[]> {
  const mine: Sql = sql`${myUnits(cx, 'l.unit')} ${unit ? sql`and l.unit = ${unit}` : noSql}`
  return cx.tx.many<PlaceLine>(sql`
    with recursive mine as materialized (select l.* from evidence.location l where ${mine}),
    up as (
      select l.id, l.parent, 0 as step from mine l where l.id = ${place ?? null}::uuid
      union all select l.id, l.parent, u.step + 1 from mine l join up u on l.id = u.parent where u.step < 12),
    top as (
      select id, 0 as depth from up where step = 0
      union all select l.id, 0 from mine l where ${place === undefined} and (l.parent is null or l.parent not in (select id from mine))),
    down as (
      select id, depth from top
      union all select l.id, d.depth + 1 from mine l join down d on l.parent = d.id where d.depth < 2),
    shown as (select id from up union select id from down),
    tree as (
      select l.id, l.id as top, l.capacity from mine l where l.id in (select id from shown)
      union all select l.id, t.top, l.capacity from mine l join tree t on l.parent = t.id),
    danger as materialized (
      select n.holder, h from evidence.thing_now n cross join unnest(n.hazards) h where n.holder_kind = 'place' and n.hazards <> '{}' group by 1, 2),
    stand as (
      select t.top, t.id, t.capacity, w.things, null as h from tree t left join evidence.location_now w on w.location = t.id
      union all select t.top, null, null, null, d.h from tree t join danger d on d.holder = t.id),
    sums as materialized (
      select s.top, coalesce(sum(s.things), 0)::int as beneath, sum(s.capacity)::int as room, coalesce(sum(s.things) filter (where s.capacity is not null), 0)::int as filled,
             coalesce(max(s.things) filter (where s.id = s.top), 0)::int as here, coalesce(array_agg(distinct s.h order by s.h) filter (where s.h is not null), '{}') as hazards
        from stand s group by 1)
    select l.id, l.parent, l.unit, u.name as unit_name, l.code, l.name, l.kind, l.witness, coalesce(l.guns, false) as guns, l.temporary, l.keeps, l.capacity, s.here, s.beneath, s.room, s.filled, s.hazards
      from sums s join evidence.location l on l.id = s.top join identity.unit u on u.id = l.unit order by l.position, l.code`)
}

export interface CarriedPlace {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly path: string
  readonly witness: boolean
  readonly keeps: string[]
  readonly containers: number
  readonly things: number
  readonly hazards: string[]
}
/** Every place with something in it, in the order of walking: from the outside in, each level by its position. */
export function carriedOut(cx: Reader, place: string | undefined): Promise<CarriedPlace[]> {
  return cx.tx.many<CarriedPlace>(sql`
    with recursive walk as (
      select l.id, l.name as path, lpad(l.position::text, 5, '0') || l.code as way from evidence.location l
       where ${place ? sql`l.id = ${place}` : sql`l.parent is null`} and ${myUnits(cx, 'l.unit')}
      union all select l.id, w.path || ' › ' || l.name, w.way || '/' || lpad(l.position::text, 5, '0') || l.code from evidence.location l join walk w on l.parent = w.id where ${myUnits(cx, 'l.unit')}),
    stand as (
      select n.holder, count(*)::int as things, count(*) filter (where n.packed_in is null)::int as containers from evidence.thing_now n where n.holder_kind = 'place' group by 1),
    danger as (
      select n.holder, array_agg(distinct h order by h) as hazards from evidence.thing_now n cross join unnest(n.hazards) h where n.holder_kind = 'place' and n.hazards <> '{}' group by 1)
    select l.id, l.code, l.name, w.path, l.witness, l.keeps, s.containers, s.things, coalesce(d.hazards, '{}') as hazards
      from walk w join evidence.location l on l.id = w.id join stand s on s.holder = w.id left join danger d on d.holder = w.id order by w.way`)
}

/** The opening of a store that holds for a place: its own, or that of a place around it. */
export async function openingOf(
  cx: Pick<Cx, 'tx'>,
  place: string,
): Promise<{ id: string; at: string; place: string } | undefined> {
  return cx.tx.maybe(sql`
    with recursive up as (
      select id, parent, 0 as step from evidence.location where id = ${place}
      union all select l.id, l.parent, u.step + 1 from evidence.location l join up u on l.id = u.parent where u.step < 12)
    select o.id, o.at, o.place from up join evidence.store_opening o on o.place = up.id order by up.step limit 1`)
}

/** A place of the same office with room that keeps one of these temperatures. */
export async function keeperOf(cx: Reader, unit: string, keeps: readonly string[]): Promise<string | null> {
  const found = await cx.tx.maybe<{ code: string }>(sql`
    select l.code || ', ' || l.name as code from evidence.location l left join evidence.location_now w on w.location = l.id
     where l.unit = ${unit} and l.keeps && ${keeps as string[]}::text[] and (l.capacity is null or coalesce(w.things, 0) < l.capacity)
     order by (l.capacity is null), l.position, l.code limit 1`)
  return found?.code ?? null
}
