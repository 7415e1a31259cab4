/** Small readings that single operations need: tasks, papers, charges, names; with the one destruction that law orders. */
import { visible } from '#identity/sight.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export const tasksOfActor = (cx: Cx) =>
  cx.tx.many<{
    id: string
    text: string
    dueOn: string | null
    root: string
    number: string
    title: string
  }>(sql`
  select t.id, t.text, t.due_on as "dueOn", s.root, s.number, s.title from cases.task t join cases.standing s on s.root = t.root
   where t.assignee = ${cx.actor.id} and not exists (select 1 from cases.task_done d where d.task = t.id) and ${visible(cx, 't.root')} order by t.due_on nulls last, t.recorded_at limit 200`)

export const taskOf = (cx: Cx, root: string, task: string) =>
  cx.tx.maybe<{ text: string; done: boolean }>(
    sql`select text, exists (select 1 from cases.task_done d where d.task = t.id) as done from cases.task t where t.id = ${task} and t.root = ${root}`,
  )

export const namesOf = (cx: Cx, people: readonly string[]) =>
  cx.tx.many<{ id: string; name: string }>(
    sql`select id, name from identity.person where id = any(${people as string[]}::uuid[])`,
  )

export const entriesOf = async (cx: Cx, root: string, asOf: string | undefined): Promise<number> =>
  (
    await cx.tx.one<{ n: number }>(
      sql`select count(*)::int as n from ledger.entry where root = ${root} and recorded_at <= ${asOf ?? 'infinity'}::timestamptz`,
    )
  ).n

export const documentOf = (cx: Cx, id: string) =>
  cx.tx.maybe<{ root: string; name: string; media_type: string; file: string }>(
    sql`select root, name, media_type, file from cases.document where id = ${id}`,
  )

export const chargesOf = (cx: Cx, root: string, asOf: string) =>
  cx.tx.many<{ id: string; on_day: string; text: string }>(
    sql`select id, on_day, text from cases.court_event where root = ${root} and kind = 'charge' and recorded_at <= ${asOf}::timestamptz`,
  )

export const partyRowsOf = (cx: Cx, root: string, party: string) =>
  cx.tx.many<{ id: string; vault: string | null }>(
    sql`select id, vault from cases.party where root = ${root} and party = ${party}`,
  )
