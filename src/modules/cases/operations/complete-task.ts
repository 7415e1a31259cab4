/** Says that a task on a case is done, by whom it was given to or by who leads the case. */
import { notFound, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { sql } from '#platform/sql.ts'
import { CompleteTask, Done } from '../contract.ts'
import { readers } from '../roles.ts'
import { mayCompleteTask } from '../rules.ts'
import { seeCase } from '../store/case-file.ts'
import { caseRef, noteProgress } from '../store/holds.ts'

export const completeTask = command({
  name: 'cases.complete-task',
  summary: 'Says that a task on a case is done.',
  who: readers,
  input: CompleteTask,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    const task = await cx.tx.maybe<{ text: string; done: boolean }>(sql`select text, exists (select 1 from cases.task_done d where d.task = t.id) as done from cases.task t where t.id = ${input.task} and t.root = ${file.root}`)
    if (!task) throw notFound()
    refuseUnless(mayCompleteTask(task))
    const id = cx.newId()
    await cx.record({ subject: caseRef(file.id), root: file.root, facts: { task: input.task }, rows: { 'cases.task_done': [{ id, task: input.task, outcome: input.outcome ?? null }] } })
    await noteProgress(cx, file.root, { subject: `cases.task/${input.task}`, kind: 'question', state: 'done', text: 'cases.progress-task', values: { text: task.text } })
    return { id }
  },
})
