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
  cx.tx.maybe<{ root: string; name: string; media_type: string; file: string; destroyed: boolean }>(
    sql`select root, name, media_type, file, exists (select 1 from cases.paper_destroyed g where g.document = d.id) as destroyed from cases.document d where id = ${id}`,
  )

export const chargesOf = (cx: Cx, root: string, asOf: string) =>
  cx.tx.many<{ id: string; on_day: string; text: string }>(
    sql`select id, on_day, text from cases.court_event where root = ${root} and kind = 'charge' and recorded_at <= ${asOf}::timestamptz`,
  )

export const partyRowsOf = (cx: Cx, root: string, party: string) =>
  cx.tx.many<{ id: string; vault: string | null }>(
    sql`select id, vault from cases.party where root = ${root} and party = ${party}`,
  )

/**
 * Personal values that say a name of this party, wherever it was written: rows of an import as they came, announcements that the case came
 * from, notes, questions and answers. All the words of one of the names, in whatever order and case; the values of other parties are theirs.
 */
export async function valuesThatName(cx: Pick<Cx, 'tx'>, root: string, party: string): Promise<string[]> {
  const rows = await cx.tx.many<{ id: string }>(sql`
    with names as (
      select distinct regexp_split_to_array(lower(unaccent(said.n)), '[^[:alnum:]]+') as words
        from cases.party p join ledger.vault v on v.id = p.vault
       cross join lateral (select v.value ->> 'name' as n union all select jsonb_array_elements_text(case when jsonb_typeof(v.value -> 'otherNames') = 'array' then v.value -> 'otherNames' else '[]' end)) said
       where p.root = ${root} and p.party = ${party} and said.n ~ '[[:alnum:]]'),
    places as (
      select ${root}::uuid as root union select split_part(subject, '/', 2)::uuid from ledger.entry where root = ${root})
    select v.id from ledger.vault v join places on places.root = v.root
     where not exists (select 1 from cases.party o where o.vault = v.id)
       and exists (select 1 from names where not exists (
         select 1 from unnest(names.words) as word where word <> '' and position(word in lower(unaccent(v.value::text))) = 0))
     order by v.id`)
  return rows.map((r) => r.id)
}
