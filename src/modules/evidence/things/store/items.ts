/** Reads things as they stand now: the rows that acts ask about and lists show. */
import type { Hand, ItemState } from '../contract.ts'
import { readBarcode } from '../barcode.ts'
import { visible } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import { ref, type Ref } from '#kernel/shapes.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { type Sql, sql } from '#platform/sql.ts'
import type { z } from 'zod'

export type Holder = z.output<typeof Hand>

/** `unit` is null: need to know and the hand that holds it decide who acts on a thing, not a section. */
export interface ItemRow extends Protected {
  readonly id: string
  readonly number: string
  readonly barcode: string
  readonly root: string
  readonly unit: null
  readonly kind: string
  readonly type: string | null
  readonly description: string
  readonly state: ItemState
  readonly holder: Holder | null
  /** The office whose place it stands in; null while it stands in none. */
  readonly place_unit: string | null
  /** Room, rack, shelf, box: told from the outside in; null while nobody stored it. */
  readonly place: string | null
  readonly since: string
  readonly due_at: string | null
  readonly seq: number
  /** Numbers of the seals that are closed now. */
  readonly seals: readonly string[]
  /** Its own dangers, those of what it is packed with and those of its case. */
  readonly hazards: readonly string[]
  /** Without those of its case. */
  readonly near_hazards: readonly string[]
  readonly submission: string | null
  readonly parent: string | null
  readonly packed_in: string | null
  readonly photograph: string | null
  readonly offered_to: { readonly id: string; readonly name: string; readonly handOver: string } | null
  readonly received_at: string
}

export const itemRef = (id: string): Ref => ref('evidence.item', id)

/** A thing's dangers with those of what it is packed with: only looked for where it is packed at all. */
const nearHazards = sql`case when n.packed_in is null and not exists (select 1 from evidence.thing_now c where c.packed_in = n.thing) then n.hazards else evidence.hazards_around(n.thing) end`
/** With those that are flagged on its case. */
const allHazards = sql`array(select distinct d.h from (select unnest(${nearHazards}) as h union all select c.hazard from cases.public_hazard c where c.root = n.root) d order by d.h)`

const columnsOf = (
  place: Sql,
  unit: Sql,
  hazards: Sql,
): Sql => sql`n.thing as id, n.number, n.barcode, n.root, null as unit, n.kind, n.type, n.words as description, n.state,
  case when n.holder_kind is not null then jsonb_build_object('kind', n.holder_kind, 'id', n.holder, 'name', n.holder_name, 'where', n.holder_where) end as holder,
  ${place} as place, ${unit} as place_unit,
  n.since, n.due_at, n.seq, n.seals, ${hazards} as hazards, ${nearHazards} as near_hazards, n.submission, n.parent, n.packed_in, n.photograph,
  (select jsonb_build_object('id', o.to_person, 'name', h.to_name, 'handOver', o.hand_over) from evidence.hand_over_open o join evidence.hand_over h on h.id = o.hand_over where o.thing = n.thing) as offered_to,
  n.born_at as received_at`
export const itemColumns: Sql = columnsOf(
  sql`case when n.holder_kind = 'place' then evidence.path_of(n.holder) end`,
  sql`case when n.holder_kind = 'place' then (select l.unit from evidence.location l where l.id = n.holder) end`,
  allHazards,
)
/** Of many things at once: what their places, their cases and the reader's sight have in common is read once, not once a thing. */
const manyItems = (cx: Pick<Cx, 'actor' | 'now'>, ids: readonly string[]): Sql => sql`
  with n as materialized (select * from evidence.thing_now where thing = any(${ids as string[]}::uuid[])),
       place as materialized (select l.id, l.unit, evidence.path_of(l.id) as path from evidence.location l where l.id in (select n.holder from n where n.holder_kind = 'place')),
       roots as materialized (select distinct n.root from n),
       file as materialized (select roots.root, ${visible(cx, 'roots.root')} as may_see, array(select c.hazard from cases.public_hazard c where c.root = roots.root) as hazards from roots)
  select ${columnsOf(
    sql`place.path`,
    sql`place.unit`,
    sql`case when file.hazards = '{}' then ${nearHazards} else array(select distinct h from unnest(file.hazards || ${nearHazards}) as d(h) order by h) end`,
  )}, file.may_see
    from n join file on file.root = n.root left join place on place.id = n.holder and n.holder_kind = 'place'`

/** By id, number or barcode; the caller gives the row to `cx.allow`. With `lock`, its head first. */
export async function seeItem(cx: Cx, name: string, opts: { lock?: boolean } = {}): Promise<ItemRow> {
  const isId = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(name)
  const id = isId
    ? name
    : (
        await cx.tx.maybe<{ thing: string }>(
          sql`select id as thing from evidence.thing where ${byText(name)}`,
        )
      )?.thing
  if (!id) throw notFound()
  if (opts.lock) await cx.lock([itemRef(id)])
  const row = await cx.tx.maybe<ItemRow>(
    sql`select ${itemColumns}, ${visible(cx, 'n.root')} as may_see from evidence.thing_now n where n.thing = ${id}`,
  )
  if (!row) throw notFound()
  return row
}

/** A number as it is written, or a barcode as it is scanned. */
export function byText(text: string): Sql {
  const code = readBarcode(text)
  return code ? sql`barcode = ${code}` : sql`number = ${text.trim().toUpperCase()}`
}

/** In the order asked; one that is not there is told as one that may not be seen (404). */
export async function seeItems(
  cx: Cx,
  ids: readonly string[],
  opts: { lock?: boolean } = {},
): Promise<ItemRow[]> {
  if (ids.length === 0) return []
  if (opts.lock) await cx.lock(ids.map(itemRef))
  return inOrder(ids, await cx.tx.many<ItemRow>(manyItems(cx, ids)))
}
function inOrder(ids: readonly string[], rows: readonly ItemRow[]): ItemRow[] {
  const byId = new Map(rows.map((r) => [r.id, r]))
  return ids.map((id) => {
    const row = byId.get(id)
    if (!row) throw notFound()
    return row
  })
}

/**
 * Things with everything packed in them, all locked: what is packed moves with its container, so that no thing is ever in
 * two hands. The asked ones first; `contents` says how many follow.
 */
export async function seeWithContents(cx: Cx, ids: readonly string[]): Promise<ItemRow[]> {
  const unique = [...new Set(ids)]
  // PostgreSQL answers one after the other: what is read stands as it does once the heads are locked.
  const locked = cx.lock(unique.map(itemRef))
  const reading = cx.tx.many<{ thing: string }>(sql`
    with recursive inside as (
      select thing from evidence.thing_now where packed_in = any(${unique}::uuid[])
      union select n.thing from evidence.thing_now n join inside i on n.packed_in = i.thing)
    select thing from inside where not (thing = any(${unique}::uuid[]))`)
  const asked = cx.tx.many<ItemRow>(manyItems(cx, unique))
  const [, inside, rows] = await Promise.all([locked, reading, asked])
  if (inside.length === 0) return inOrder(unique, rows)
  await cx.lock(inside.map((i) => itemRef(i.thing)))
  return seeItems(cx, [...unique, ...inside.map((i) => i.thing)])
}

/** Whether anything is packed in it; its head is locked, so nothing comes in meanwhile. */
export const holdsSomething = async (cx: Pick<Cx, 'tx'>, thing: string): Promise<boolean> =>
  (await cx.tx.maybe(sql`select 1 from evidence.thing_now where packed_in = ${thing} limit 1`)) !== undefined

/** Everything that a thing is packed in, from the inside out. */
export async function packedAround(cx: Pick<Cx, 'tx'>, thing: string): Promise<Set<string>> {
  const rows = await cx.tx.many<{ packed_in: string }>(sql`
    with recursive around as (
      select packed_in from evidence.thing_now where thing = ${thing} and packed_in is not null
      union select n.packed_in from evidence.thing_now n join around a on n.thing = a.packed_in where n.packed_in is not null)
    select packed_in from around`)
  return new Set(rows.map((r) => r.packed_in))
}

/** Everything of a case that this reader may see, oldest first. */
export function itemsOfCase(cx: Cx, root: string): Promise<ItemRow[]> {
  return cx.tx.many<ItemRow>(
    sql`select ${itemColumns}, true as may_see from evidence.thing_now n where n.root = ${root} and ${visible(cx, 'n.root')} order by n.born_at, n.thing`,
  )
}
