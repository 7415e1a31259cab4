/** Offers between people, and the rows that need the newest word on a thing. */
import { notFound } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export interface OfferRow {
  readonly id: string
  readonly from_person: string
  readonly from_name: string
  readonly to_person: string
  readonly to_name: string
  readonly to_where: string | null
  readonly purpose: string | null
  readonly at: string
  readonly things: readonly string[]
}

/** The offer with all its things, answered or not; 404 where there is none. */
export async function offerById(cx: Pick<Cx, 'tx'>, id: string): Promise<OfferRow> {
  const row = await cx.tx.maybe<OfferRow>(sql`
    select h.id, h.from_person, h.from_name, h.to_person, h.to_name, h.to_where, h.purpose, h.at,
           (select array_agg(o.thing order by o.id) from evidence.hand_over_thing o where o.hand_over = h.id) as things
      from evidence.hand_over h where h.id = ${id}`)
  if (!row) throw notFound()
  return row
}

export interface OpenOffer {
  readonly thing: string
  readonly hand_over: string
  readonly from_person: string
  readonly to_person: string
}
/** Standing offers by thing; read after the heads are locked. */
export async function openOffersOf(
  cx: Pick<Cx, 'tx'>,
  things: readonly string[],
): Promise<Map<string, OpenOffer>> {
  const rows = await cx.tx.many<OpenOffer>(
    sql`select thing, hand_over, from_person, to_person from evidence.hand_over_open where thing = any(${things as string[]}::uuid[])`,
  )
  return new Map(rows.map((r) => [r.thing, r]))
}

export interface DescriptionRow {
  readonly id: string
  readonly seq: number
  readonly quantity: string | null
  readonly unit: string | null
  readonly count: number | null
}
export function newestDescription(cx: Pick<Cx, 'tx'>, thing: string): Promise<DescriptionRow> {
  return cx.tx.one<DescriptionRow>(
    sql`select id, seq, quantity, unit, count from evidence.description where thing = ${thing} order by seq desc limit 1`,
  )
}

export async function hazardOrder(
  cx: Pick<Cx, 'tx'>,
  thing: string,
  hazard: string,
): Promise<{ seq: number; state: string | null }> {
  const row = await cx.tx.maybe<{ seq: number; state: string }>(
    sql`select seq, state from evidence.hazard_flag where thing = ${thing} and hazard = ${hazard} order by seq desc limit 1`,
  )
  return { seq: (row?.seq ?? 0) + 1, state: row?.state ?? null }
}

export interface EventRow {
  readonly id: string
  readonly kind: string
  readonly at: string
  readonly gave_at: string | null
}
/** One custody entry of this thing; 404 where it is of another. */
export async function custodyEvent(cx: Pick<Cx, 'tx'>, thing: string, event: string): Promise<EventRow> {
  const row = await cx.tx.maybe<EventRow>(
    sql`select id, kind, at, gave_at from evidence.custody_event where id = ${event} and thing = ${thing}`,
  )
  if (!row) throw notFound()
  return row
}

export interface ConsignmentRow {
  readonly id: string
  readonly number: string
  readonly to_unit: string | null
  readonly to_name: string
  readonly from_unit: string | null
  readonly from_person: string
  readonly carrier: string
}
/** With the things of it that are still on the way. */
export async function consignmentById(
  cx: Pick<Cx, 'tx'>,
  id: string,
): Promise<ConsignmentRow & { things: string[] }> {
  const row = await cx.tx.maybe<ConsignmentRow & { things: string[] }>(sql`
    select c.id, c.number, c.to_unit, c.to_name, c.from_unit, c.from_person, c.carrier,
           coalesce((select array_agg(n.thing order by n.number) from evidence.thing_now n where n.holder = c.id and n.state = 'in-transit' and not exists (select 1 from evidence.thing_now m where m.thing = n.packed_in and m.holder = c.id)), '{}') as things
      from evidence.consignment c where c.id = ${id}`)
  if (!row) throw notFound()
  return row
}

/** How often a label was printed, by thing. */
export async function labelCopies(
  cx: Pick<Cx, 'tx'>,
  things: readonly string[],
): Promise<Map<string, number>> {
  const rows = await cx.tx.many<{ thing: string; n: number }>(
    sql`select thing, max(copy) as n from evidence.label where thing = any(${things as string[]}::uuid[]) group by 1`,
  )
  return new Map(rows.map((r) => [r.thing, r.n]))
}

/** Whether anything was ever done with it but take it in: weighed, split, opened, examined. */
export async function wasWorkedOn(cx: Pick<Cx, 'tx'>, thing: string): Promise<boolean> {
  const row = await cx.tx.one<{ worked: boolean }>(sql`
    select exists (select 1 from evidence.weighing where thing = ${thing}) or exists (select 1 from evidence.subsample where source = ${thing}) or exists (select 1 from evidence.consumption where thing = ${thing})
        or exists (select 1 from evidence.thing where parent = ${thing}) or exists (select 1 from evidence.seal_event where thing = ${thing} and kind = 'broken') as worked`)
  return row.worked
}

/** How many parts of each kind a thing has: their numbers go on from there (its head is locked). */
export async function partCount(
  cx: Pick<Cx, 'tx'>,
  thing: string,
  kind: 'subsample' | 'item',
): Promise<number> {
  return (
    await cx.tx.one<{ n: number }>(
      sql`select count(*)::int as n from evidence.thing where parent = ${thing} and (kind = 'subsample') = ${kind === 'subsample'}`,
    )
  ).n
}

export function newestParticulars(
  cx: Pick<Cx, 'tx'>,
  thing: string,
): Promise<{ id: string; seq: number } | undefined> {
  return cx.tx.maybe(
    sql`select id, seq from evidence.particulars where thing = ${thing} order by seq desc limit 1`,
  )
}
