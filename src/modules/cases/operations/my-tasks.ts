/** What the reader was asked to do on cases and has not done yet. */
import { z } from 'zod'
import { visible } from '#identity/sight.ts'
import { query } from '#platform/define.ts'
import { sql } from '#platform/sql.ts'
import { MyTasks } from '../contract.ts'
import { readers } from '../roles.ts'

export const myTasks = query({
  name: 'cases.my-tasks',
  summary: 'What you were asked to do on cases and have not done yet.',
  who: readers,
  input: z.strictObject({}),
  output: MyTasks,
  async run(cx) {
    cx.allow(null)
    const rows = await cx.tx.many<{ id: string; text: string; dueOn: string | null; root: string; number: string; title: string }>(sql`
      select t.id, t.text, t.due_on as "dueOn", s.root, s.number, s.title from cases.task t join cases.standing s on s.root = t.root
       where t.assignee = ${cx.actor.id} and not exists (select 1 from cases.task_done d where d.task = t.id) and ${visible(cx, 't.root')} order by t.due_on nulls last, t.recorded_at limit 200`)
    return { items: rows.map((r) => ({ id: r.id, text: r.text, dueOn: r.dueOn, case: { id: r.root, number: r.number, title: r.title } })) }
  },
})
