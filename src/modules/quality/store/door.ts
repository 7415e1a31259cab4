/** The SQL behind the door of quality: versions, people who may do them, roles. */
import { holdsGrant } from '#identity/store/grants.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import type { Capacity, Technique, WorksheetDefinition } from '../contract.ts'

export interface MethodVersion {
  readonly id: string
  readonly method: string
  readonly code: string
  readonly title: string
  readonly titleEs: string
  readonly version: number
  readonly discipline: string
  readonly worksheet: WorksheetDefinition
  readonly techniques: readonly Technique[]
  readonly decisionRule: string | null
  readonly from: string
  readonly until: string | null
}
const version = sql`select id, method, code, title_en as title, title_es as "titleEs", version, discipline, worksheet, techniques, decision_rule as "decisionRule", from_on as from, until_on as until from quality.public_method_version`

export function findVersion(cx: Cx, id: string): Promise<MethodVersion | undefined> {
  return cx.tx.maybe<MethodVersion>(sql`${version} where id = ${id}`)
}

/** The latest end of what a person holds; null where one of them has no end. */
export function listAuthorised(
  cx: Cx,
  methodCode: string,
  as: Capacity,
  day: string,
): Promise<{ id: string; name: string; until: string | null }[]> {
  return cx.tx.many(sql`
    select a.person as id, p.name, nullif(max(coalesce(a.until_on, 'infinity'::date)), 'infinity'::date) as until from quality.public_authorisation a join identity.person p on p.id = a.person
     where a.method_code = ${methodCode} and a.capacity = ${as} and a.from_on <= ${day}::date and (a.until_on is null or a.until_on >= ${day}::date) group by 1, 2 order by 2`)
}

export async function holdsRole(cx: Cx, person: string, role: string): Promise<boolean> {
  const row = await cx.tx.maybe(
    sql`select 1 from identity.role_grant g where g.person = ${person} and g.role = ${role} and ${holdsGrant('g', cx.now)}`,
  )
  return row !== undefined
}
