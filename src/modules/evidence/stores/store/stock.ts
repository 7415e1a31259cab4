/** Stock-takes: the draw, what should stand where, scans as they come in, how far a count is, and what it adds up to. */
import { visible } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { readCursor, writeCursor } from '#platform/cursor.ts'
import { type Sql, noSql, sql } from '#platform/sql.ts'
import { readBarcode } from '../../things/barcode.ts'
import type { ExpectedFact, ScanFact } from '../rules.ts'
import { myUnits } from '../../things/store/places.ts'

type Reader = Pick<Cx, 'tx' | 'actor' | 'now'>

/** The newest signed head of the log: nobody can choose it, and it is kept outside the house. */
export async function newestHead(cx: Pick<Cx, 'tx'>): Promise<string> {
  const found = await cx.tx.maybe<{ head: string }>(
    sql`select origin || '/' || size || '/' || encode(root, 'hex') as head from ledger.checkpoint order by made_at desc, size desc limit 1`,
  )
  return found?.head ?? 'none'
}

export interface DrawnPlace {
  readonly place: string
  readonly things: string[]
  readonly to_count: string[]
}
/**
 * What stands in a place and all beneath it, place by place, and what is drawn of it. The draw outlives the program: things
 * are put in the order of SHA-256 over the seed, a slash and the thing's id (lower case, as text), and the first `share` in a
 * hundred are taken, rounded up. The seed is SHA-256 over the head, a slash and the chance; all in lower-case hexadecimal.
 */
export function drawStock(
  cx: Pick<Cx, 'tx'>,
  place: string,
  share: number,
  drawn: { readonly head: string; readonly chance: string },
): Promise<DrawnPlace[]> {
  return cx.tx.many<DrawnPlace>(sql`
    with recursive tree as (
      select id from evidence.location where id = ${place}
      union all select l.id from evidence.location l join tree t on l.parent = t.id),
    seed as (select encode(sha256(convert_to(${`${drawn.head}/${drawn.chance}`}, 'UTF8')), 'hex') as hex),
    picked as materialized (
      select n.thing, n.holder as place, row_number() over (order by sha256(convert_to(s.hex || '/' || n.thing, 'UTF8'))) as k, count(*) over () as n
        from tree t join evidence.thing_now n on n.holder = t.id cross join seed s where n.holder_kind = 'place' and n.packed_in is null and n.state not in ('returned','consumed','void','disposed')),
    filled as materialized (
      select p.place, array_agg(p.thing order by p.thing) as things, coalesce(array_agg(p.thing order by p.thing) filter (where p.k <= ceil(p.n * ${share}::int / 100.0)), '{}') as to_count
        from picked p group by p.place)
    select place, things, to_count from filled
    union all
    select t.id, '{}', '{}' from tree t where t.id not in (select place from filled) and not exists (select 1 from evidence.location c where c.parent = t.id)
    order by place`)
}

/** A count as it was begun and ended, without what there is to count of it. */
export interface BareTake extends Protected {
  readonly id: string
  readonly number: string
  readonly place: string
  readonly place_name: string
  readonly unit: string
  readonly mode: 'whole' | 'sample'
  readonly share: number
  readonly blind: boolean
  readonly to_count: number
  readonly head: string
  readonly chance: string
  readonly seed: string
  readonly at: string
  readonly by_name: string
  readonly words: string | null
  readonly closed_at: string | null
  readonly closed_by: string | null
  readonly closed_words: string | null
  readonly unfinished: string | null
  readonly sums: Record<string, number> | null
}
export interface TakeRow extends BareTake {
  readonly differences: number
  readonly seen: number
  readonly paper: boolean
}
/** A count is of an office, not of a case: the right in the office opens it; things in it obey need to know one by one. */
const bareColumns = sql`t.id, t.number, t.place, t.place_name, t.unit, t.mode, t.share, t.blind, t.to_count, t.head, t.chance,
  encode(sha256(convert_to(t.head || '/' || t.chance, 'UTF8')), 'hex') as seed, t.at, t.by_name, t.words, e.at as closed_at, e.by_name as closed_by, e.words as closed_words, e.unfinished, e.sums`
const takeColumns = sql`${bareColumns}, exists (select 1 from evidence.stock_paper p where p.stock_take = t.id) as paper,
  (select count(*)::int from evidence.stock_difference d where d.stock_take = t.id) as differences,
  (select count(distinct s.thing)::int from evidence.stock_scan s where s.stock_take = t.id and s.thing is not null) as seen`

export const takeById = (cx: Reader, id: string): Promise<TakeRow> => takeWith<TakeRow>(cx, id, takeColumns)
/** For who takes scans in, a hundred times in a count: what was read so far is not counted for each. */
export const bareTake = (cx: Reader, id: string): Promise<BareTake> => takeWith<BareTake>(cx, id, bareColumns)
async function takeWith<Row extends BareTake>(cx: Reader, id: string, columns: Sql): Promise<Row> {
  const row = await cx.tx.maybe<Row>(sql`
    select ${columns}, ${myUnits(cx, 't.unit')} as may_see from evidence.stock_take t left join evidence.stock_take_end e on e.stock_take = t.id where t.id = ${id}`)
  if (!row) throw notFound()
  return row
}

export async function listTakes(
  cx: Reader,
  page: {
    limit: number
    cursor?: string | undefined
    place?: string | undefined
    open?: boolean | undefined
  },
): Promise<{ rows: TakeRow[]; nextCursor: string | null }> {
  const after = readCursor(page.cursor, 2)
  const rows = await cx.tx.many<TakeRow>(sql`
    select ${takeColumns}, true as may_see from evidence.stock_take t left join evidence.stock_take_end e on e.stock_take = t.id
     where ${myUnits(cx, 't.unit')} ${page.place ? sql`and t.place = ${page.place}` : noSql} ${page.open === undefined ? noSql : page.open ? sql`and e.id is null` : sql`and e.id is not null`}
       ${after ? sql`and (t.at, t.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : noSql} order by t.at desc, t.id desc limit ${page.limit + 1}`)
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return { rows: shown, nextCursor: rows.length > page.limit && last ? writeCursor(last.at, last.id) : null }
}

export interface CountedPlace {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly path: string
  readonly to_count: number
  /** Of those to count, and all that was read there. */
  readonly seen: number
  readonly read: number
  readonly first: { readonly id: string; readonly name: string }[]
  readonly second: { readonly id: string; readonly name: string }[]
}
/** The places to go to, in the order of walking: from the outside in, each level by its position. */
export function placesToCount(
  cx: Pick<Cx, 'tx'>,
  take: Pick<TakeRow, 'id' | 'place' | 'mode'>,
): Promise<CountedPlace[]> {
  return cx.tx.many<CountedPlace>(sql`
    with recursive walk as (
      select l.id, l.code, l.name, l.name as path, lpad(l.position::text, 5, '0') || l.code as way from evidence.location l where l.id = ${take.place}
      union all select l.id, l.code, l.name, w.path || ' › ' || l.name, w.way || '/' || lpad(l.position::text, 5, '0') || l.code from evidence.location l join walk w on l.parent = w.id),
    counted as (
      select s.place, array_agg(distinct s.thing) filter (where s.thing is not null) as things, count(distinct s.thing)::int as read,
             coalesce(jsonb_agg(distinct jsonb_build_object('id', s.recorded_by, 'name', s.by_name)) filter (where s.round = 1), '[]') as first,
             coalesce(jsonb_agg(distinct jsonb_build_object('id', s.recorded_by, 'name', s.by_name)) filter (where s.round = 2), '[]') as second
        from evidence.stock_scan s where s.stock_take = ${take.id} group by s.place)
    select w.id, w.code, w.name, w.path, cardinality(x.to_count) as to_count, (select count(*)::int from unnest(c.things) u(thing) where u.thing = any(x.to_count)) as seen, coalesce(c.read, 0) as read, coalesce(c.first, '[]') as first, coalesce(c.second, '[]') as second
      from evidence.stock_expected x join walk w on w.id = x.place left join counted c on c.place = x.place
     where x.stock_take = ${take.id} ${take.mode === 'sample' ? sql`and cardinality(x.to_count) > 0` : noSql} order by w.way`)
}

/** Places of a count by id, with who counted them the first time: asked from each of them outwards, since a room has a thousand shelves. */
export function scopeOf(
  cx: Pick<Cx, 'tx'>,
  take: Pick<TakeRow, 'id' | 'place'>,
  places: readonly string[],
): Promise<{ id: string; name: string; first: string[] }[]> {
  return cx.tx.many(sql`
    with recursive up as (
      select id as place, id, parent from evidence.location where id = any(${places as string[]}::uuid[])
      union all select u.place, l.id, l.parent from up u join evidence.location l on l.id = u.parent where u.id <> ${take.place}::uuid)
    select l.id, l.name, coalesce((select array_agg(distinct s.recorded_by) from evidence.stock_scan s where s.stock_take = ${take.id} and s.place = l.id and s.round = 1), '{}') as first
      from up u join evidence.location l on l.id = u.place where u.id = ${take.place}::uuid`)
}

export async function scansThere(cx: Pick<Cx, 'tx'>, ids: readonly string[]): Promise<Set<string>> {
  const rows = await cx.tx.many<{ id: string }>(
    sql`select id from evidence.stock_scan where id = any(${ids as string[]}::uuid[])`,
  )
  return new Set(rows.map((r) => r.id))
}

export interface ScannedThing {
  readonly text: string
  readonly thing: string
  readonly root: string
  readonly number: string
  readonly description: string
  readonly may_see: boolean
  readonly seals: string[]
  /** Where the record has it now; null when in no place. */
  readonly place: string | null
  readonly expected: string | null
  readonly expected_path: string | null
  /** Places of this count and round where it was read before. */
  readonly read_at: string[]
}
/** What each text names: a barcode, a number, the number of a seal or the sender's own, where one thing alone bears it. */
export async function thingsScanned(
  cx: Reader,
  take: string,
  round: number,
  texts: readonly string[],
): Promise<Map<string, ScannedThing>> {
  if (texts.length === 0) return new Map()
  const asked = [...new Set(texts)].map((text) => {
    return { text, barcode: readBarcode(text), number: text.trim().toUpperCase() }
  })
  // Where it was drawn from is looked for where it stands now; all places of the count are read only for what has moved since.
  // Need to know as `(select …)`: so it stays a look for each thing, where PostgreSQL would else read the whole table of sight first.
  const rows = await cx.tx.many<ScannedThing>(sql`
    with asked as materialized (select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(text text, barcode text, number text)),
    named as (
      select a.text, t.id as thing from asked a join evidence.thing t on t.barcode = a.barcode
      union select a.text, t.id from asked a join evidence.thing t on t.number = a.number where a.barcode is null),
    marked as (
      select m.text, (array_agg(m.thing))[1] as thing from (
        select a.text, s.thing from asked a join evidence.seal s on s.number = a.text where a.barcode is null
        union select a.text, t.id from asked a join evidence.thing t on t.their_number = a.text where a.barcode is null) m
       where m.text not in (select text from named) group by m.text having count(*) = 1),
    stands as materialized (select f.text, n.* from (select text, thing from named union all select text, thing from marked) f join evidence.thing_now n on n.thing = f.thing),
    near as materialized (
      select n.thing, x.place from stands n join evidence.stock_expected x on x.stock_take = ${take} and x.place = n.holder where n.thing = any(x.things)),
    away as materialized (select thing from stands where thing not in (select thing from near)),
    drawn as materialized (
      select thing, place from near
      union select u.thing, x.place from evidence.stock_expected x cross join unnest(x.things) u(thing) where exists (select 1 from away) and x.stock_take = ${take} and u.thing in (select thing from away)),
    paths as materialized (select place, evidence.path_of(place) as path from (select distinct place from drawn) d)
    select n.text, n.thing, n.root, n.number, n.words as description, (select ${visible(cx, 'n.root')}) as may_see, n.seals,
           case when n.holder_kind = 'place' then n.holder end as place, x.place as expected, p.path as expected_path,
           coalesce((select array_agg(distinct s.place) from evidence.stock_scan s where s.stock_take = ${take} and s.round = ${round} and s.thing = n.thing), '{}') as read_at
      from stands n left join drawn x on x.thing = n.thing left join paths p on p.place = x.place`)
  return new Map(rows.map((r) => [r.text, r]))
}

/** The whole count as plain facts, for the rule that adds it up. */
export async function countFacts(
  cx: Pick<Cx, 'tx'>,
  take: Pick<TakeRow, 'id' | 'at' | 'mode'>,
): Promise<{ places: string[]; expected: ExpectedFact[]; scans: ScanFact[] }> {
  const places = await cx.tx.many<{ place: string }>(
    sql`select place from evidence.stock_expected where stock_take = ${take.id} ${take.mode === 'sample' ? sql`and cardinality(to_count) > 0` : noSql}`,
  )
  const expected = await cx.tx.many<ExpectedFact>(sql`
    select u.thing, x.place, u.thing = any(x.to_count) as "toCount", case when n.holder_kind = 'place' then n.holder end as now, (n.holder is distinct from x.place) as "movedSince"
      from evidence.stock_expected x cross join unnest(x.things) u(thing) join evidence.thing_now n on n.thing = u.thing where x.stock_take = ${take.id}`)
  const scans = await cx.tx.many<ScanFact>(sql`
    select s.round, s.place, s.thing, s.text, s.seal, s.seal_fits as "sealFits", s.recorded_by as by, case when n.holder_kind = 'place' then n.holder end as now
      from evidence.stock_scan s left join evidence.thing_now n on n.thing = s.thing where s.stock_take = ${take.id} order by s.round, s.at, s.id`)
  return { places: places.map((p) => p.place), expected, scans }
}

export interface DifferenceRow {
  readonly kind: string
  readonly thing: string | null
  readonly text: string | null
  readonly seal: string | null
  readonly expected_place: string | null
  readonly found_place: string | null
  readonly twice: boolean
  readonly answer: 'open' | 'explained' | 'reported-missing'
  readonly words: string | null
}
export function differencesOfTake(cx: Pick<Cx, 'tx'>, take: string): Promise<DifferenceRow[]> {
  return cx.tx.many<DifferenceRow>(
    sql`select kind, thing, text, seal, expected_place, found_place, twice, answer, words from evidence.stock_difference where stock_take = ${take} order by kind, id`,
  )
}

export interface ThingTold {
  readonly thing: string
  readonly number: string
  readonly description: string
  readonly state: string
  readonly now: string | null
}
/** Only those that this reader may know of. */
export async function thingsTold(cx: Reader, things: readonly string[]): Promise<Map<string, ThingTold>> {
  const rows = await cx.tx.many<ThingTold>(sql`
    select n.thing, n.number, n.words as description, n.state, coalesce(case when n.holder_kind = 'place' then evidence.path_of(n.holder) end, n.holder_name) as now
      from evidence.thing_now n where n.thing = any(${things as string[]}::uuid[]) and ${visible(cx, 'n.root')}`)
  return new Map(rows.map((r) => [r.thing, r]))
}
export async function placesTold(
  cx: Pick<Cx, 'tx'>,
  places: readonly string[],
): Promise<Map<string, { id: string; code: string; name: string; path: string }>> {
  const rows = await cx.tx.many<{ id: string; code: string; name: string; path: string }>(
    sql`select id, code, name, evidence.path_of(id) as path from evidence.location where id = any(${[...new Set(places)]}::uuid[])`,
  )
  return new Map(rows.map((r) => [r.id, r]))
}

export interface ShelfThing {
  readonly thing: string
  readonly number: string | null
  readonly barcode: string | null
  readonly description: string | null
  readonly seals: string[]
  readonly inside: number
  readonly asked: boolean
  readonly seen: boolean
}
/** What should stand in one place; a thing of a case that the reader may not know of is one, without its name. */
export function shelfOf(cx: Reader, take: string, place: string): Promise<ShelfThing[]> {
  return cx.tx.many<ShelfThing>(sql`
    select u.thing, case when v.ok then n.number end as number, case when v.ok then n.barcode end as barcode, case when v.ok then n.words end as description, case when v.ok then n.seals else '{}' end as seals,
           (select count(*)::int from evidence.thing_now c where c.packed_in = u.thing) as inside, u.thing = any(x.to_count) as asked,
           exists (select 1 from evidence.stock_scan s where s.stock_take = x.stock_take and s.thing = u.thing) as seen
      from evidence.stock_expected x cross join unnest(x.things) u(thing) join evidence.thing_now n on n.thing = u.thing cross join lateral (select ${visible(cx, 'n.root')} as ok) v
     where x.stock_take = ${take} and x.place = ${place} order by n.number limit 500`)
}

export async function rootsOf(cx: Pick<Cx, 'tx'>, things: readonly string[]): Promise<Map<string, string>> {
  const rows = await cx.tx.many<{ thing: string; root: string }>(
    sql`select thing, root from evidence.thing_now where thing = any(${things as string[]}::uuid[])`,
  )
  return new Map(rows.map((r) => [r.thing, r.root]))
}
