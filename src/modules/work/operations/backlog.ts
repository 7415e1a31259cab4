/** What is open by a fixed definition, by section and discipline, as of now. */
import { query } from '#platform/define.ts'
import { Backlog, BacklogAnswer } from '../contract.ts'
import { backlogOf } from '../store.ts'
import { todayOf } from '../view.ts'

export const backlog = query({
  name: 'work.backlog',
  summary: 'Counts open requests by section and discipline, by a fixed definition.',
  who: ['section-head', 'director', 'quality-manager', 'observer'],
  input: Backlog,
  output: BacklogAnswer,
  async run(cx, input) {
    cx.allow(null)
    return {
      definition: cx.say('work.backlog-definition'),
      asOf: cx.now,
      items: await backlogOf(cx, input.unit, todayOf(cx)),
    }
  },
})
