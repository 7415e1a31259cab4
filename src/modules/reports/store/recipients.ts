/** The SQL of recipients: who got a paper, who was told of its end, who acknowledged; and whether they may see it. */
import { actorOfPerson } from '#identity/authority.ts'
import { visibleTo } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export interface DeliveryRow {
  id: string
  version: string
  kind: 'copy' | 'replacement' | 'withdrawal'
  to_person: string | null
  to_unit: string | null
  to_name: string
  way: string | null
  words: string | null
  at: string
  by: string
  receipt_at: string | null
  receipt_by: string | null
}
const columns = sql`d.id, d.version, d.kind, d.to_person, d.to_unit, coalesce(p.name, u.name, '') as to_name, d.way, d.words, d.recorded_at as at, coalesce(b.name, '') as by, r.recorded_at as receipt_at, rb.name as receipt_by`
const from = sql`from reports.delivery d left join identity.person p on p.id = d.to_person left join identity.unit u on u.id = d.to_unit left join identity.person b on b.id = d.recorded_by
  left join reports.receipt r on r.delivery = d.id left join identity.person rb on rb.id = r.recorded_by`

export const deliveriesOf = (cx: Cx, version: string) =>
  cx.tx.many<DeliveryRow>(
    sql`select ${columns} ${from} where d.version = ${version} order by d.recorded_at, d.id`,
  )
export async function getDelivery(cx: Cx, id: string): Promise<DeliveryRow> {
  const row = await cx.tx.maybe<DeliveryRow>(sql`select ${columns} ${from} where d.id = ${id}`)
  if (!row) throw notFound()
  return row
}
/** Each recipient of a version once, to be told what became of it. */
export async function toldRows(
  cx: Cx,
  of: string,
  told: { root: string; version: string; kind: 'replacement' | 'withdrawal'; words: string },
): Promise<CoveredRow[]> {
  const who = await cx.tx.many<{ to_person: string | null; to_unit: string | null }>(
    sql`select distinct to_person, to_unit from reports.delivery where version = ${of} order by 1, 2`,
  )
  return who.map((w) => ({
    id: cx.newId(),
    root: told.root,
    version: told.version,
    kind: told.kind,
    to_person: w.to_person,
    to_unit: w.to_unit,
    way: 'custodia',
    words: told.words,
  }))
}

export const isMine = (cx: Pick<Cx, 'actor'>, d: Pick<DeliveryRow, 'to_person' | 'to_unit'>): boolean =>
  d.to_person === cx.actor.id ||
  (d.to_unit !== null && (cx.actor.unit === d.to_unit || cx.actor.principals.includes(d.to_unit)))

export const unitByCode = (cx: Cx, code: string) =>
  cx.tx.maybe<{ id: string; name: string }>(sql`select id, name from identity.unit where code = ${code}`)

export async function recipientName(
  cx: Cx,
  to: { person?: string | undefined; unit?: string | undefined },
): Promise<string | undefined> {
  const row = to.person
    ? await cx.tx.maybe<{ name: string }>(sql`select name from identity.person where id = ${to.person}`)
    : await cx.tx.maybe<{ name: string }>(sql`select name from identity.unit where id = ${to.unit ?? null}`)
  return row?.name
}
/** Whether the recipient sees the case now: under a seal nobody does who was not named. A person without a sign-in sees nothing and may still get paper. */
export async function recipientSees(
  cx: Cx,
  root: string,
  to: { person?: string | undefined; unit?: string | undefined },
): Promise<boolean> {
  if (to.person) {
    const actor = await actorOfPerson(cx.tx, to.person, cx.now)
    if (!actor) return true
    return (
      await cx.tx.one<{ sees: boolean }>(
        sql`select ${visibleTo(actor, cx.now, 'r.root')} as sees from (select ${root}::uuid as root) r`,
      )
    ).sees
  }
  return (
    (await cx.tx.maybe(
      sql`select 1 from identity.sight where root = ${root} and principal = ${to.unit ?? null} and until_at is null`,
    )) !== undefined
  )
}
