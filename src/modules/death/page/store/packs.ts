/** Packs for when the power is gone, their sheets, and the people whom an office must reach. */
import { holdsGrant } from '#identity/store/grants.ts'
import { visible } from '#identity/sight.ts'
import { ref, type Ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export const packRef = (id: string): Ref => ref('death.pack', id)

export interface PackRow extends Protected {
  readonly id: string
  readonly root: string
  readonly at: string
  readonly by: string | null
  readonly medium: string
  readonly bodies: number
  readonly deaths: number
  readonly people: number
  readonly sheets: number
  readonly entered: number
  readonly file: string
  readonly size: number
}
const columns = sql`p.id, p.root, p.recorded_at as at, n.name as by, p.medium, p.bodies, p.deaths, p.people, p.file, p.size,
  (select count(*)::int from death.pack_sheet s where s.pack = p.id) as sheets,
  (select count(*)::int from death.pack_sheet s join death.sheet_entered e on e.sheet = s.id where s.pack = p.id) as entered, null as unit, true as sensitive`
const from = sql`from death.pack p left join identity.person n on n.id = p.recorded_by`

/** The file tells of every death in it: whoever may not see one of them does not open it. */
export async function seePack(cx: Cx, id: string): Promise<PackRow> {
  const row = await cx.tx.maybe<PackRow>(
    sql`select ${columns}, ${visible(cx, 'p.root')} and not exists (select 1 from unnest(p.roots) as told(root) where not ${visible(cx, 'told.root')}) as may_see ${from} where p.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}
export const listPacks = (cx: Cx, limit: number): Promise<PackRow[]> =>
  cx.tx.many<PackRow>(
    sql`select ${columns}, true as may_see ${from} where ${visible(cx, 'p.root')} order by p.recorded_at desc, p.id desc limit ${limit}`,
  )

export interface OfficePerson {
  readonly name: string
  readonly title: string | null
  readonly phone: string | null
  readonly email: string | null
}
/** Who works in this office: whoever holds a role today. */
export const peopleOfOffice = (cx: Pick<Cx, 'tx' | 'now'>, unit: string | null): Promise<OfficePerson[]> =>
  cx.tx.many(sql`
    select p.name, p.title, p.phone, p.email from identity.person p
     where p.unit = ${unit} and exists (select 1 from identity.role_grant g where g.person = p.id and ${holdsGrant('g', cx.now)}) order by p.name`)
