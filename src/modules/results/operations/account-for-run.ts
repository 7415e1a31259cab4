/** Says what became of a run: used, not used, or repeated, and why. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AccountForRun, Done } from '../contract.ts'
import { mayWrite } from '../rules.ts'
import { getRun } from '../store.ts'

export const accountForRun = command({
  name: 'results.account-for-run',
  summary: 'Says what became of a run: used, not used, or repeated, and why.',
  who: ['analyst', 'section-head'],
  input: AccountForRun,
  output: Done,
  async run(cx, input) {
    const before = await getRun(cx, input.run)
    const subject = ref('results.worksheet', before.worksheet)
    await cx.lock([subject])
    const run = await getRun(cx, input.run)
    cx.allow(run)
    refuseUnless(mayWrite(run, cx.actor.id))

    const id = cx.newId()
    await cx.record({
      subject,
      root: run.root,
      facts: { run: run.id, disposition: input.disposition },
      rows: {
        'results.run_account': [{ id, run: run.id, disposition: input.disposition, words: input.words }],
      },
    })
    return { id }
  },
})
