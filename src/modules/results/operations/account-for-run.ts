/** Says what became of runs: used, not used, or repeated, and why. */
import { seeRequest } from '#modules/work/public.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AccountForRun, Done } from '../contract.ts'
import { mayAccount } from '../rules.ts'
import { getRun, getSheet } from '../store.ts'

export const accountForRun = command({
  name: 'results.account-for-run',
  summary: 'Says what became of runs: used, not used, or repeated, and why.',
  who: ['analyst', 'section-head'],
  input: AccountForRun,
  output: Done,
  async run(cx, input) {
    const named = [...new Set([input.run].flat())]
    const first = await getRun(cx, named[0] as string)
    const subject = ref('results.worksheet', first.worksheet)
    await cx.lock([subject])
    const runs = await Promise.all(named.map((id) => getRun(cx, id)))
    for (const run of runs) cx.allow(run)
    refuseUnless(
      unless(
        runs.every((r) => r.worksheet === first.worksheet),
        no('results.run-of-another-exhibit'),
      ),
    )
    const sheet = await getSheet(cx, first.worksheet)
    const request = await seeRequest(cx, sheet.request)
    refuseUnless(mayAccount(first, cx.actor.id, request.assignee))

    const rows = runs.map((run) => ({
      id: cx.newId(),
      run: run.id,
      disposition: input.disposition,
      words: input.words,
    }))
    await cx.record({
      subject,
      root: first.root,
      facts: { runs: named, disposition: input.disposition },
      rows: { 'results.run_account': rows },
    })
    return { id: (rows[0] as { id: string }).id }
  },
})
