/** What waits in temporary places: left as exhibits, or as the items of an announcement; by whom, until when. */
import { visible } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { noSql, type Sql, sql } from '#platform/sql.ts'
import { myUnits } from './places.ts'

type Reader = Pick<Cx, 'tx' | 'actor' | 'now'>

/** What of it is still there: a thing left again later waits under its later leaving. */
const stillThere = sql`select t.thing from evidence.leaving_thing t join evidence.thing_now n on n.thing = t.thing
  where t.leaving = l.id and n.state = 'left' and n.holder = l.place and n.since = l.at`
export const stillWaiting: Sql = sql`case when l.submission is null then exists (${stillThere})
  else exists (select 1 from evidence.announced_now a where a.submission = l.submission and a.state = 'announced') end`

export async function waitingIn(cx: Pick<Cx, 'tx'>, place: string): Promise<number> {
  return (
    await cx.tx.one<{ n: number }>(
      sql`select count(*)::int as n from evidence.leaving l where l.place = ${place} and ${stillWaiting}`,
    )
  ).n
}

export interface Left {
  readonly id: string
  readonly place: string
  readonly place_name: string
  readonly path: string
  readonly left_by: string
  readonly left_by_name: string
  readonly left_by_where: string | null
  readonly at: string
  readonly witness: string | null
  readonly witness_name: string | null
}
/** The leaving of an announcement that waits; its head is locked by whoever asks. */
export function leftOf(cx: Pick<Cx, 'tx'>, submission: string): Promise<Left | undefined> {
  return cx.tx.maybe<Left>(sql`
    select l.id, l.place, p.name as place_name, evidence.path_of(p.id) as path, l.left_by, l.left_by_name, l.left_by_where, l.at, l.witness, l.witness_name
      from evidence.leaving l join evidence.location p on p.id = l.place where l.submission = ${submission}`)
}

interface WaitingRow {
  readonly id: string
  readonly place: string
  readonly code: string
  readonly place_name: string
  readonly unit: string
  readonly submission: string | null
  readonly items: number
  readonly left_by_name: string
  readonly left_by_where: string | null
  readonly at: string
  readonly due_at: string
  readonly witness_name: string | null
  readonly photograph: string | null
  readonly words: string | null
  readonly things: string[]
}
/** In the order of the clock: of the reader's offices, and what they left themselves. */
export function waiting(cx: Reader, unit: string | undefined): Promise<WaitingRow[]> {
  return cx.tx.many<WaitingRow>(sql`
    select l.id, l.place, p.code, p.name as place_name, l.unit, l.submission, l.things as items, l.left_by_name, l.left_by_where, l.at, l.due_at, l.witness_name, l.photograph, l.words,
           array(select x.thing from (${stillThere}) x join evidence.thing_now m on m.thing = x.thing where ${visible(cx, 'm.root')} and m.packed_in is null order by m.number) as things
      from evidence.leaving l join evidence.location p on p.id = l.place
     where ${stillWaiting} and (${myUnits(cx, 'l.unit')} or l.left_by = ${cx.actor.id}) ${unit ? sql`and l.unit = ${unit}` : noSql}
       and case when l.submission is null then exists (select 1 from evidence.leaving_thing t where t.leaving = l.id and ${visible(cx, 't.root')}) else ${visible(cx, 'l.root')} end
     order by l.due_at, l.id limit 200`)
}

/** The photograph of a leaving, for whoever may see something of it. */
export async function photographLeft(
  cx: Reader,
  id: string,
): Promise<Protected & { readonly photograph: string; readonly photograph_type: string }> {
  const row = await cx.tx.maybe<
    Protected & { photograph: string | null; photograph_type: string | null }
  >(sql`
    select l.photograph, l.photograph_type, l.root, case when l.submission is null then exists (select 1 from evidence.leaving_thing t where t.leaving = l.id and ${visible(cx, 't.root')}) else ${visible(cx, 'l.root')} end as may_see
      from evidence.leaving l where l.id = ${id}`)
  if (!row?.photograph) throw notFound()
  return { ...row, photograph: row.photograph, photograph_type: row.photograph_type ?? 'image/jpeg' }
}

interface TemporaryRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly path: string
  readonly unit: string
  readonly unit_name: string
  readonly asks: 'nothing' | 'witness' | 'photograph' | 'either'
  readonly hours: number
  readonly free: boolean
}
/** Where anybody who holds exhibits may leave some: doors in a corridor, no secret of an office. Only whether one is free is told. */
export function temporaryPlaces(cx: Pick<Cx, 'tx'>, unit: string | undefined): Promise<TemporaryRow[]> {
  return cx.tx.many<TemporaryRow>(sql`
    select p.id, p.code, p.name, evidence.path_of(p.id) as path, p.unit, u.name as unit_name, p.temporary as asks, p.hours,
           p.kind <> 'locker' or not exists (select 1 from evidence.leaving l where l.place = p.id and ${stillWaiting}) as free
      from evidence.location p join identity.unit u on u.id = p.unit
     where p.temporary is not null ${unit ? sql`and p.unit = ${unit}` : noSql} order by u.name, p.position, p.code limit 500`)
}
