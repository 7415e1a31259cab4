/** What a change would touch, before anybody proposes it. */
import { Refusal } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { faultsOf } from '#platform/faults.ts'
import { mustBeNew, touchesOf, wholeContent, workOf } from '../changing.ts'
import { ChangeCompared, CompareChange, Content } from '../contract.ts'

export const compareChange = query({
  name: 'catalogue.compare-change',
  summary: 'Tells what a change would differ in and what stands on it, before it is proposed.',
  who: ['administrator', 'quality-manager', 'section-head', 'director'],
  input: CompareChange,
  output: ChangeCompared,
  async run(cx, input) {
    cx.allow(null)
    const read = Content.safeParse(jsonOf(input.content))
    if (!read.success) throw new Refusal('invalid', 'input-does-not-fit', { fields: faultsOf(read.error) })
    const work = await workOf(cx, await wholeContent(cx, read.data))
    mustBeNew(work)
    return touchesOf(cx, work)
  },
})

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
