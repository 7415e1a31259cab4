/** Places of the stores as they are found; each office sees its own. */
import type { Cx } from '#platform/cx.ts'
import { nameSql, noSql, type Sql, sql, anywhere } from '#platform/sql.ts'

/** Offices in which the reader holds anything; how full another office's vault is, and with what dangers, is not theirs to know. */
export function myUnits(cx: Pick<Cx, 'actor'>, column: string): Sql {
  const { kind, grants } = cx.actor
  if (kind !== 'person' || grants.some((g) => g.units === 'everywhere')) return sql`true`
  const units = grants.flatMap((g) => (g.units === 'everywhere' ? [] : [...g.units]))
  return sql`${nameSql(column)} = any(${units}::uuid[])`
}

/** A code that is typed in full comes first. */
export function searchPlaces(
  cx: Pick<Cx, 'tx' | 'actor'>,
  q: string,
  unit: string | undefined,
  limit: number,
): Promise<
  {
    id: string
    code: string
    name: string
    kind: string
    path: string
    witness: boolean
    free: number | null
  }[]
> {
  const like = anywhere(q.trim())
  return cx.tx.many(sql`
    select l.id, l.code, l.name, l.kind, evidence.path_of(l.id) as path, l.witness, l.capacity - coalesce(w.things, 0) as free
      from evidence.location l left join evidence.location_now w on w.location = l.id
     where (l.code ilike ${like} or l.name ilike ${like}) and ${myUnits(cx, 'l.unit')} ${unit ? sql`and l.unit = ${unit}` : noSql}
     order by (l.code = ${q.trim().toUpperCase()}) desc, l.code limit ${limit}`)
}

/** A place with all that is in it, outermost first; without one, everything of the reader's offices. */
export function placesBeneath(
  cx: Pick<Cx, 'tx' | 'actor'>,
  place: string | undefined,
): Promise<{ code: string; name: string; witness: boolean }[]> {
  return cx.tx.many(sql`
    with recursive tree as (
      select l.id, l.code, l.name, l.witness, lpad(l.position::text, 5, '0') || l.code as way from evidence.location l where ${place ? sql`l.id = ${place}` : sql`l.parent is null`} and ${myUnits(cx, 'l.unit')}
      union all select l.id, l.code, l.name, l.witness, t.way || '/' || lpad(l.position::text, 5, '0') || l.code from evidence.location l join tree t on l.parent = t.id)
    select code, name, witness from tree order by way`)
}
