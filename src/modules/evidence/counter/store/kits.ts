/** Collection kits by serial: how each stands, who has it, what is out where and until when. */
import { visible } from '#identity/sight.ts'
import { ref, type Ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { readCursor, writeCursor } from '#platform/cursor.ts'
import { noSql, type Sql, sql, anywhere } from '#platform/sql.ts'
import type { KitStanding } from '../rules.ts'
import { myUnits } from '../../things/store/places.ts'

type Reader = Pick<Cx, 'tx' | 'actor' | 'now'>
export const kitRef = (id: string): Ref => ref('evidence.kit', id)

export interface KitRow extends KitStanding, Protected {
  readonly id: string
  readonly en: string
  readonly es: string
  readonly lot: string | null
  readonly contents: { code: string; en: string; es: string; count: number; itemType?: string | null }[]
  readonly person_name: string | null
  readonly seq: number
  readonly since: string
  readonly thing: string | null
}

/** The newest event says how it stands; who issued it sees it, and who has it. */
const standing = (cx: Reader): Sql => sql`
  select k.id, k.number, k.kit, k.en, k.es, k.contents, k.expires_on::text as expires_on, k.lot, null as unit, e.seq, e.unit_name, e.person_name, e.at as since, e.unit as at_unit, e.thing,
         case e.kind when 'issued' then 'out' when 'used' then 'used' else case e.condition when 'unused' then 'stock' else 'scrapped' end end as state,
         (${myUnits(cx, 'k.unit')} or coalesce(${myUnits(cx, 'e.unit')}, false)) as may_see
    from evidence.kit k join lateral (select * from evidence.kit_event v where v.kit = k.id order by v.seq desc limit 1) e on true`

export async function seeKit(
  cx: Cx,
  by: { id: string } | { serial: string },
  opts: { lock?: boolean } = {},
): Promise<KitRow> {
  const which = 'id' in by ? sql`k.id = ${by.id}` : sql`k.number = ${by.serial}`
  if (opts.lock) {
    const found = await cx.tx.maybe<{ id: string }>(sql`select k.id from evidence.kit k where ${which}`)
    if (!found) throw notFound()
    await cx.lock([kitRef(found.id)])
  }
  const row = await cx.tx.maybe<KitRow>(sql`select q.* from (${standing(cx)} where ${which}) q`)
  if (!row) throw notFound()
  return row
}

/** Locked, then read: what is decided of them is decided as they stand. */
export async function kitsBySerial(cx: Cx, serials: readonly string[]): Promise<Map<string, KitRow>> {
  const there = await cx.tx.many<{ id: string }>(
    sql`select id from evidence.kit where number = any(${serials as string[]}::text[])`,
  )
  if (there.length === 0) return new Map()
  await cx.lock(there.map((k) => kitRef(k.id)))
  const rows = await cx.tx.many<KitRow>(
    sql`select q.* from (${standing(cx)} where k.number = any(${serials as string[]}::text[])) q`,
  )
  return new Map(rows.map((r) => [r.number, r]))
}

export async function listKits(
  cx: Reader,
  f: {
    state: string
    kit?: string | undefined
    unit?: string | undefined
    q?: string | undefined
    limit: number
    cursor?: string | undefined
  },
  today: string,
): Promise<{ rows: KitRow[]; nextCursor: string | null }> {
  const after = readCursor(f.cursor, 2)
  const state =
    f.state === 'all'
      ? noSql
      : f.state === 'expired'
        ? sql`and q.state = 'out' and q.expires_on < ${today}`
        : sql`and q.state = ${f.state}`
  const like = f.q ? anywhere(f.q.toUpperCase()) : null
  const rows = await cx.tx.many<KitRow>(sql`
    select q.* from (${standing(cx)}) q where q.may_see ${state} ${f.kit ? sql`and q.kit = ${f.kit}` : noSql} ${f.unit ? sql`and q.at_unit = ${f.unit}` : noSql}
       ${like ? sql`and q.number like ${like}` : noSql} ${after ? sql`and (coalesce(q.expires_on, '9999'), q.number) > (${after[0]}, ${after[1]})` : noSql}
     order by coalesce(q.expires_on, '9999'), q.number limit ${f.limit + 1}`)
  const shown = rows.slice(0, f.limit)
  const last = shown.at(-1)
  const next = rows.length > f.limit && last ? writeCursor(last.expires_on ?? '9999', last.number) : null
  return { rows: shown, nextCursor: next }
}

export interface KitEventRow {
  readonly kind: 'issued' | 'used' | 'returned'
  readonly at: string
  readonly by: string
  readonly unit: string | null
  readonly person: string | null
  readonly condition: string | null
  readonly words: string | null
}
export const kitHistory = (cx: Pick<Cx, 'tx'>, kit: string): Promise<KitEventRow[]> =>
  cx.tx.many<KitEventRow>(sql`
    select kind, at, by_name as by, unit_name as unit, person_name as person, condition, words from evidence.kit_event where kit = ${kit} order by seq`)

/** The thing that it became, for who may know of the case. */
export const kitThing = (cx: Reader, kit: string): Promise<{ id: string; number: string } | undefined> =>
  cx.tx.maybe(sql`
    select n.thing as id, n.number from evidence.kit_event e join evidence.thing_now n on n.thing = e.thing where e.kit = ${kit} and ${visible(cx, 'n.root')} order by e.seq desc limit 1`)

export interface BoardRow {
  readonly kit: string
  readonly en: string
  readonly es: string
  readonly unit: string
  readonly unit_name: string
  readonly out: number
  readonly expired: number
  readonly soon: number
  readonly used: number
}
/** By kind and station: how many blank ones stand there, how many of them too long, how many were used. */
export const kitBoard = (cx: Reader, today: string, soon: string): Promise<BoardRow[]> =>
  cx.tx.many<BoardRow>(sql`
    select q.kit, max(q.en) as en, max(q.es) as es, q.at_unit as unit, max(q.unit_name) as unit_name,
           (count(*) filter (where q.state = 'out'))::int as out, (count(*) filter (where q.state = 'out' and q.expires_on < ${today}))::int as expired,
           (count(*) filter (where q.state = 'out' and q.expires_on >= ${today} and q.expires_on < ${soon}))::int as soon, (count(*) filter (where q.state = 'used'))::int as used
      from (${standing(cx)}) q where q.may_see and q.at_unit is not null and q.state in ('out', 'used') group by q.kit, q.at_unit order by max(q.unit_name), q.kit limit 500`)
