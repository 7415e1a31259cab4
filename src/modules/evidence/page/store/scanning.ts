/** What a scanned text names: a thing by barcode, number or seal, a person by badge, a place by its code, a consignment. */
import { visible } from '#identity/sight.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { idEndOf, readBarcode } from '../../things/barcode.ts'
import { byText, itemColumns, type ItemRow } from '../../things/store/items.ts'
import { myUnits } from '../../things/store/places.ts'

type Reader = Pick<Cx, 'tx' | 'actor' | 'now'>
const SEVERAL = 12

export function itemsByName(cx: Reader, text: string): Promise<ItemRow[]> {
  return cx.tx.many<ItemRow>(
    sql`select ${itemColumns}, true as may_see from evidence.thing_now n where n.${byText(text)} and ${visible(cx, 'n.root')}`,
  )
}

/** By the number of a seal, or the number that the sender gave; of things that are here. */
export function itemsByMark(cx: Reader, text: string): Promise<ItemRow[]> {
  const mark = text.trim()
  return cx.tx.many<ItemRow>(sql`
    select ${itemColumns}, true as may_see from evidence.thing_now n
     where n.thing in (select s.thing from evidence.seal s where s.number = ${mark} union select t.id from evidence.thing t where t.their_number = ${mark})
       and ${visible(cx, 'n.root')} order by n.number limit ${SEVERAL}`)
}

export async function personByBadge(
  cx: Reader,
  text: string,
): Promise<{ id: string; name: string; where: string | null } | undefined> {
  const badge = readBarcode(text, 'CU')
  if (!badge) return undefined
  return cx.tx.maybe(sql`
    select p.id, case when p.rank is null then p.name else p.rank || ' ' || p.name end as name, u.name as where
      from identity.person p left join identity.unit u on u.id = p.unit where right(replace(p.id::text, '-', ''), 15) = ${idEndOf(badge)} limit 1`)
}

export interface PlaceFound {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly path: string
  readonly witness: boolean
  readonly free: number | null
}
export async function placeByCode(cx: Reader, text: string): Promise<PlaceFound | undefined> {
  return cx.tx.maybe<PlaceFound>(sql`
    select l.id, l.code, l.name, evidence.path_of(l.id) as path, l.witness, l.capacity - coalesce(w.things, 0) as free
      from evidence.location l left join evidence.location_now w on w.location = l.id
     where l.code = ${text.trim().toUpperCase()} and ${myUnits(cx, 'l.unit')}`)
}

export async function consignmentByNumber(
  cx: Reader,
  text: string,
): Promise<{ id: string; number: string; from: string; to: string } | undefined> {
  return cx.tx.maybe(sql`
    select c.id, c.number, c.from_name as from, c.to_name as to from evidence.consignment c
     where c.number = ${text.trim().toUpperCase()} and exists (select 1 from evidence.custody_event e where e.consignment = c.id and ${visible(cx, 'e.root')})`)
}
