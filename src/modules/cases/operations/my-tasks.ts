/** What the reader was asked to do on cases and has not done yet. */
import { z } from 'zod'
import { query } from '#platform/define.ts'
import { MyTasks } from '../contract/finding.ts'
import { readers } from '../roles.ts'
import { tasksOfActor } from '../store/readings.ts'

export const myTasks = query({
  name: 'cases.my-tasks',
  summary: 'What you were asked to do on cases and have not done yet.',
  who: readers,
  input: z.strictObject({}),
  output: MyTasks,
  async run(cx) {
    cx.allow(null)
    const rows = await tasksOfActor(cx)
    return {
      items: rows.map((r) => ({
        id: r.id,
        text: r.text,
        dueOn: r.dueOn,
        case: { id: r.root, number: r.number, title: r.title },
      })),
    }
  },
})
