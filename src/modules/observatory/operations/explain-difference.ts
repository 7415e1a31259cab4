/** Names a part of the difference between another count and ours: a reason of the list, and how many. */
import { codeOf } from '#modules/catalogue/public.ts'
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { Done, ExplainDifference } from '../contract.ts'
import { releasers } from '../roles.ts'
import { externalById } from '../store/reconciling.ts'

export const explainDifference = command({
  name: 'observatory.explain-difference',
  summary: 'Names a part of the difference between another count and ours.',
  who: releasers,
  input: ExplainDifference,
  output: Done,
  async run(cx, input) {
    cx.allow(null)
    const subject = ref('observatory.external-count', input.count)
    await cx.lock([subject])
    const count = await externalById(cx, input.count)
    const { code } = await codeOf(cx, 'difference-reason', input.reason)
    const id = cx.newId()
    await cx.record({
      subject,
      facts: { reason: code, n: input.n },
      rows: {
        'observatory.difference': [
          { id, external_count: count.id, reason: code, n: input.n, words: input.words ?? null },
        ],
      },
    })
    return { id }
  },
})
