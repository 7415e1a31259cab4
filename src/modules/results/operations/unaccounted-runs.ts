/** Runs of a request of which nobody has said what became: a certificate waits for them. */
import { seeRequest } from '#modules/work/public.ts'
import { query } from '#platform/define.ts'
import { UnaccountedRuns, UnaccountedRunsAnswer } from '../contract.ts'
import { unaccountedOf } from '../store.ts'

export const unaccountedRuns = query({
  name: 'results.unaccounted-runs',
  summary: 'Lists runs of a request of which nobody has said what became.',
  who: ['analyst', 'section-head', 'director', 'quality-manager', 'outside-reviewer'],
  input: UnaccountedRuns,
  output: UnaccountedRunsAnswer,
  async run(cx, input) {
    const request = await seeRequest(cx, input.request)
    cx.allow({ may_see: request.may_see, root: request.root, sensitive: request.sensitive })
    return {
      items: (await unaccountedOf(cx, request.id)).map((r) => ({
        id: r.id,
        number: r.number,
        fileName: r.file_name,
      })),
    }
  },
})
