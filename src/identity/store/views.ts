/** The views that a person keeps, and those that others share with them; what a view finds is each reader's own sight. */
import type { z } from 'zod'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import type { ViewState } from '../contract/views.ts'
import { staff } from '../roles.ts'

type Mine = Pick<Cx, 'tx' | 'actor' | 'now'>
export const MOST_VIEWS = 30
type Shared = 'office' | 'service'
export interface ViewRow {
  readonly name: string
  readonly state: z.output<typeof ViewState>
  readonly shared: Shared | null
  readonly by: string | null
}

/** Own ones first, then those of the office, then those of the whole service: a customer is shown none of the latter. */
export function listViews(cx: Mine, list: string): Promise<ViewRow[]> {
  const offices = [...cx.actor.principals, ...(cx.actor.unit ? [cx.actor.unit] : [])]
  const inside = cx.actor.grants.some((g) => (staff as readonly string[]).includes(g.role))
  return cx.tx.many<ViewRow>(sql`
    select v.name, v.state, v.shared, case when v.person = ${cx.actor.id} then null else p.name end as by
      from identity.saved_view v join identity.person p on p.id = v.person
     where v.list = ${list} and (v.person = ${cx.actor.id} or (v.shared = 'office' and v.unit = any(${offices}::uuid[])) or (v.shared = 'service' and ${inside}))
     order by v.person <> ${cx.actor.id}, v.kept_at, v.name limit 100`)
}

/** The same name again is the same view; answers how many there are of this list then. */
export async function keepOne(
  cx: Mine,
  view: {
    list: string
    name: string
    state: z.output<typeof ViewState>
    shared?: Shared | undefined
  },
): Promise<number> {
  const shared = view.shared ?? null
  await cx.tx.run(sql`
    insert into identity.saved_view (person, list, name, state, kept_at, shared, unit)
    values (${cx.actor.id}, ${view.list}, ${view.name}, ${JSON.stringify(view.state)}::jsonb, ${cx.now}, ${shared}, ${shared ? cx.actor.unit : null})
    on conflict (person, list, name) do update set state = excluded.state, kept_at = excluded.kept_at, shared = excluded.shared, unit = excluded.unit`)
  const { n } = await cx.tx.one<{ n: number }>(
    sql`select count(*)::int as n from identity.saved_view where person = ${cx.actor.id} and list = ${view.list}`,
  )
  return n
}

export const forgetOne = (cx: Mine, list: string, name: string): Promise<number> =>
  cx.tx.run(
    sql`delete from identity.saved_view where person = ${cx.actor.id} and list = ${list} and name = ${name}`,
  )
