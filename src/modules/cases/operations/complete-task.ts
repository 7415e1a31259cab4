/** Says that a task on a case is done, by whom it was given to or by who leads the case. */
import { notFound, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { CompleteTask, Done } from '../contract.ts'
import { readers } from '../roles.ts'
import { mayCompleteTask } from '../rules.ts'
import { seeCase } from '../store/case-file.ts'
import { caseRef, noteProgress } from '../store/holds.ts'
import { taskOf } from '../store/readings.ts'

export const completeTask = command({
  name: 'cases.complete-task',
  summary: 'Says that a task on a case is done.',
  who: readers,
  input: CompleteTask,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    const task = await taskOf(cx, file.root, input.task)
    if (!task) throw notFound()
    refuseUnless(mayCompleteTask(task))
    const id = cx.newId()
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { task: input.task },
      rows: { 'cases.task_done': [{ id, task: input.task, outcome: input.outcome ?? null }] },
    })
    await noteProgress(cx, file.root, {
      subject: `cases.task/${input.task}`,
      kind: 'question',
      state: 'done',
      text: 'cases.progress-task',
    })
    return { id }
  },
})
