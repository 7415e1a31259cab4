/** Lists of things: the worklist, what a person holds, what travels, what is late, what stands where. */
import { visible } from '#identity/sight.ts'
import { readCursor, writeCursor } from '#platform/cursor.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { joinSql, noSql, type Sql, sql, anywhere } from '#platform/sql.ts'
import type { z } from 'zod'
import type { FindItems } from '../contract.ts'
import { byText, itemColumns, type ItemRow } from './items.ts'

type Find = z.output<typeof FindItems>
type Reader = Pick<Cx, 'tx' | 'actor' | 'now'>
const COUNTED = 1_000

const here = sql`n.state not in ('returned','consumed','void','disposed')`

/** Written out, so that the partial index of what somebody must still act on is found. */
const waiting: Readonly<Record<string, Sql>> = {
  received: sql`n.state = 'received'`,
  'in-transit': sql`n.state = 'in-transit'`,
  'at-court': sql`n.state = 'at-court'`,
  missing: sql`n.state = 'missing'`,
}

function filters(cx: Reader, f: Find): Sql {
  // `(select …)` keeps it a look per row in the order of the index: as a join PostgreSQL would sort every thing first.
  const parts: Sql[] = [sql`(select ${visible(cx, 'n.root')})`]
  if (f.state === 'here') parts.push(here)
  else if (f.state !== 'all') parts.push(waiting[f.state] ?? sql`n.state = ${f.state}`)
  if (f.case) parts.push(sql`n.root = ${f.case}`)
  if (f.submission) parts.push(sql`n.submission = ${f.submission}`)
  if (f.type) parts.push(sql`n.type = ${f.type}`)
  if (f.hazard) parts.push(sql`${f.hazard} = any(n.hazards)`)
  if (f.mine) parts.push(sql`n.holder = ${cx.actor.id}`)
  if (f.holder) parts.push(sql`n.holder = ${f.holder}`)
  if (f.container) parts.push(sql`n.packed_in = ${f.container}`)
  if (f.from) parts.push(sql`n.born_at >= ${f.from}::date`)
  if (f.until) parts.push(sql`n.born_at < ${f.until}::date + 1`)
  if (f.q) {
    const like = anywhere(f.q)
    parts.push(
      sql`n.thing in (select d.thing from evidence.description d where d.words ilike ${like} union select t.id from evidence.thing t where t.number like ${like.slice(1).toUpperCase()} or t.${byText(f.q)})`,
    )
  }
  return joinSql(parts, ' and ')
}

const orders = {
  newest: sql`n.born_at desc, n.thing desc`,
  oldest: sql`n.born_at, n.thing`,
  number: sql`n.number, n.thing`,
}

/**
 * What one hand or one place holds, put in order before anybody asks who may see it: else PostgreSQL would walk the whole record in that order
 * to find the few, or ask need to know of thousands to show fifty.
 */
const heldBy = (holder: string, order: Sql): Sql =>
  sql`(select * from evidence.thing_now n where n.holder = ${holder} and ${here} order by ${order} offset 0)`
const everything = sql`evidence.thing_now`

/** The page first, and only for its rows what is dear: dangers, the path of the place, open offers. */
const pageOf = (cx: Reader, among: Sql, where: Sql, order: Sql, limit: number): Promise<ItemRow[]> =>
  cx.tx.many<ItemRow>(sql`
    with page as materialized (select n.thing from ${among} n where ${where} order by ${order} limit ${limit})
    select ${itemColumns}, true as may_see from evidence.thing_now n where n.thing in (select thing from page) order by ${order}`)

export async function findItems(
  cx: Reader,
  f: Find,
): Promise<{ rows: ItemRow[]; nextCursor: string | null; total: number; totalIsAtLeast: boolean }> {
  const after = readCursor(f.cursor, 2)
  const where = filters(cx, f)
  const from =
    after === null
      ? noSql
      : f.sort === 'newest'
        ? sql`and (n.born_at, n.thing) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
        : f.sort === 'oldest'
          ? sql`and (n.born_at, n.thing) > (${after[0]}::timestamptz, ${after[1]}::uuid)`
          : sql`and (n.number, n.thing) > (${after[0]}, ${after[1]}::uuid)`
  const order = orders[f.sort]
  const holder = f.holder ?? (f.mine ? cx.actor.id : undefined)
  const among = holder && (f.state === 'here' || f.state in waiting) ? heldBy(holder, order) : everything
  const [rows, counted] = await Promise.all([
    pageOf(cx, among, sql`${where} ${from}`, order, f.limit + 1),
    // In the order of the list, so that counting walks the same index and stops at a thousand.
    cx.tx.one<{ n: number }>(
      sql`select count(*)::int as n from (select 1 from ${among} n where ${where} order by ${order} limit ${COUNTED + 1}) x`,
    ),
  ])
  const page = rows.slice(0, f.limit)
  const last = page.at(-1)
  return {
    rows: page,
    nextCursor:
      rows.length > f.limit && last
        ? writeCursor(f.sort === 'number' ? last.number : last.received_at, last.id)
        : null,
    total: Math.min(counted.n, COUNTED),
    totalIsAtLeast: counted.n > COUNTED,
  }
}

/** What a person has in hand; packed things stand with their container. */
export async function heldItems(
  cx: Reader,
  person: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ rows: ItemRow[]; nextCursor: string | null }> {
  const after = readCursor(page.cursor, 1)
  const rows = await pageOf(
    cx,
    heldBy(person, sql`n.number`),
    sql`(select ${visible(cx, 'n.root')}) ${after ? sql`and n.number > ${after[0]}` : noSql}`,
    sql`n.number`,
    page.limit + 1,
  )
  const shown = rows.slice(0, page.limit)
  return {
    rows: shown,
    nextCursor: rows.length > page.limit ? writeCursor(shown.at(-1)?.number ?? '') : null,
  }
}

export interface OfferLine {
  id: string
  from_person: string
  from_name: string
  to_person: string
  to_name: string
  at: string
  purpose: string | null
  things: string[]
}
/** Offers that wait for this person, or that this person made; things that the reader may not see are not told. */
export function openOffersFor(cx: Reader, person: string): Promise<OfferLine[]> {
  return cx.tx.many<OfferLine>(sql`
    select h.id, h.from_person, h.from_name, h.to_person, h.to_name, h.at, h.purpose, array_agg(o.thing order by o.thing) as things
      from evidence.hand_over_open o join evidence.hand_over h on h.id = o.hand_over
     where (o.to_person = ${person} or o.from_person = ${person}) and ${visible(cx, 'o.root')} group by h.id order by h.at`)
}

export interface ConsignmentRow {
  id: string
  number: string
  carrier: string
  reference: string | null
  from_name: string
  from_person: string
  to_name: string
  to_unit: string | null
  from_unit: string | null
  sent_at: string
  due_at: string
  things: string[]
}
export async function travelling(
  cx: Reader,
  page: { limit: number; cursor?: string | undefined; late?: boolean | undefined },
): Promise<{ rows: ConsignmentRow[]; nextCursor: string | null }> {
  const after = readCursor(page.cursor, 2)
  const rows = await cx.tx.many<ConsignmentRow>(sql`
    select c.id, c.number, c.carrier, c.reference, c.from_name, c.from_person, c.to_name, c.to_unit, c.from_unit, c.sent_at, c.due_at, array_agg(n.thing order by n.number) as things
      from evidence.consignment c join evidence.thing_now n on n.holder = c.id and n.state = 'in-transit'
     where ${visible(cx, 'n.root')} ${page.late ? sql`and c.due_at < ${cx.now}` : noSql} ${after ? sql`and (c.due_at, c.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : noSql}
     group by c.id order by c.due_at, c.id limit ${page.limit + 1}`)
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return {
    rows: shown,
    nextCursor: rows.length > page.limit && last ? writeCursor(last.due_at, last.id) : null,
  }
}

export interface LateRow extends ItemRow {
  readonly why: 'in-transit' | 'at-court' | 'not-accepted' | 'missing'
  readonly late_since: string
  readonly tell: string[]
}
/** Late: past its hour in transit or at court, offered and not answered for two days, or missing: both ends are told. */
export async function overdueItems(
  cx: Reader,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ rows: LateRow[]; nextCursor: string | null }> {
  const after = readCursor(page.cursor, 3)
  const rows = await cx.tx.many<LateRow>(sql`
    select x.* from (
      select ${itemColumns}, true as may_see, case when n.state = 'in-transit' then 'in-transit' else 'at-court' end as why, n.due_at as late_since,
             case when n.state = 'in-transit' then (select array[c.from_name, c.to_name] from evidence.consignment c where c.id = n.holder) else array[(select e.from_name from evidence.custody_event e where e.thing = n.thing and e.seq = n.seq), n.holder_name] end as tell
        from evidence.thing_now n where n.due_at < ${cx.now} and n.state in ('in-transit','at-court') and ${visible(cx, 'n.root')}
      union all
      select ${itemColumns}, true, 'missing', n.since, '{}' from evidence.thing_now n where n.state = 'missing' and ${visible(cx, 'n.root')}
      union all
      select ${itemColumns}, true, 'not-accepted', o.at, array[h.from_name, h.to_name] from evidence.hand_over_open o join evidence.hand_over h on h.id = o.hand_over join evidence.thing_now n on n.thing = o.thing
       where o.at < ${cx.now}::timestamptz - interval '48 hours' and ${visible(cx, 'n.root')}) x
     ${after ? sql`where (x.late_since, x.id, x.why) > (${after[0]}::timestamptz, ${after[1]}::uuid, ${after[2]})` : noSql}
     order by x.late_since, x.id, x.why limit ${page.limit + 1}`)
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return {
    rows: shown,
    nextCursor: rows.length > page.limit && last ? writeCursor(last.late_since, last.id, last.why) : null,
  }
}

export async function personName(
  cx: Pick<Cx, 'tx'>,
  id: string,
): Promise<{ id: string; name: string } | undefined> {
  return cx.tx.maybe(sql`select id, name from identity.person where id = ${id}`)
}
export async function photographById(
  cx: Reader,
  id: string,
): Promise<(Protected & { file: string; name: string; media_type: string }) | undefined> {
  return cx.tx.maybe(
    sql`select p.file, p.name, p.media_type, p.root, c.sensitive, ${visible(cx, 'p.root')} as may_see from evidence.photograph p join cases.public_case c on c.id = p.root where p.id = ${id}`,
  )
}
