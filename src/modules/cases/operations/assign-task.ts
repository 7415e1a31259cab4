/** Asks somebody to do something on a case, until a day. */
import { command } from '#platform/define.ts'
import { AssignTask, Done } from '../contract.ts'
import { keepers } from '../roles.ts'
import { seeCase } from '../store/case-file.ts'
import { caseRef, noteProgress } from '../store/holds.ts'
import { giveSight } from '../store/sight.ts'

export const assignTask = command({
  name: 'cases.assign-task',
  summary: 'Asks somebody to do something on a case, until a day.',
  who: keepers,
  input: AssignTask,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    const id = input.id ?? cx.newId()
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { task: id, assignee: input.assignee, due: input.dueOn ?? null },
      rows: {
        'cases.task': [
          { id, root: file.root, text: input.text, assignee: input.assignee, due_on: input.dueOn ?? null },
        ],
      },
    })
    await giveSight(cx, file.root, [input.assignee], 'cases.assign-task')
    await noteProgress(cx, file.root, {
      subject: `cases.task/${id}`,
      kind: 'question',
      state: 'open',
      text: 'cases.progress-task',
    })
    return { id }
  },
})
