/** Says what became of runs: used, not used, or repeated, and why. */
import { seeRequest } from '#modules/work/public.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AccountForRun, Done } from '../contract.ts'
import { mayAccount } from '../rules.ts'
import { type RunRow, getRun, getSheet } from '../store.ts'

export const accountForRun = command({
  name: 'results.account-for-run',
  summary: 'Says what became of runs: used, not used, or repeated, and why.',
  who: ['analyst', 'section-head'],
  input: AccountForRun,
  output: Done,
  async run(cx, input) {
    const named = [...new Set([input.run].flat())]
    const before = await getRun(cx, named[0] as string)
    const { request: asked } = await getSheet(cx, before.worksheet)
    const subject = ref('results.worksheet', before.worksheet)
    await cx.lock([subject, ref('work.request', asked)])
    const runs: RunRow[] = []
    for (const id of named) runs.push(await getRun(cx, id))
    for (const run of runs) cx.allow(run)
    refuseUnless(
      unless(
        runs.every((r) => r.worksheet === before.worksheet),
        no('results.run-of-another-exhibit'),
      ),
    )
    const sheet = await getSheet(cx, before.worksheet)
    const request = await seeRequest(cx, sheet.request)
    refuseUnless(mayAccount(sheet, cx.actor.id, request.assignee))

    const rows = runs.map((run) => ({
      id: cx.newId(),
      run: run.id,
      disposition: input.disposition,
      words: input.words,
    }))
    await cx.record({
      subject,
      root: sheet.root,
      facts: { runs: named, disposition: input.disposition },
      rows: { 'results.run_account': rows },
    })
    return { id: (rows[0] as { id: string }).id }
  },
})
