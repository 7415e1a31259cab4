/** The views that a person keeps; nobody else reads them. */
import type { z } from 'zod'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import type { ViewState } from '../contract/views.ts'

type Mine = Pick<Cx, 'tx' | 'actor' | 'now'>
export const MOST_VIEWS = 30

export const listViews = (cx: Mine, list: string) =>
  cx.tx.many<{ name: string; state: z.output<typeof ViewState> }>(
    sql`select name, state from identity.saved_view where person = ${cx.actor.id} and list = ${list} order by kept_at, name`,
  )

/** The same name again is the same view; answers how many there are of this list then. */
export async function keepOne(
  cx: Mine,
  view: { list: string; name: string; state: z.output<typeof ViewState> },
): Promise<number> {
  await cx.tx.run(sql`
    insert into identity.saved_view (person, list, name, state, kept_at)
    values (${cx.actor.id}, ${view.list}, ${view.name}, ${JSON.stringify(view.state)}::jsonb, ${cx.now})
    on conflict (person, list, name) do update set state = excluded.state, kept_at = excluded.kept_at`)
  return (await listViews(cx, view.list)).length
}

export const forgetOne = (cx: Mine, list: string, name: string): Promise<number> =>
  cx.tx.run(
    sql`delete from identity.saved_view where person = ${cx.actor.id} and list = ${list} and name = ${name}`,
  )
