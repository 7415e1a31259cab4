/** Enters what a discipline cost in a year, or how many full-time people it had; a later entry of the same kind replaces the one before. */
import { ref } from '#kernel/shapes.ts'
import { Refusal } from '#kernel/verdict.ts'
import { codesOf } from '#modules/catalogue/public.ts'
import { command } from '#platform/define.ts'
import { Done } from '../contract.ts'
import { RecordCost } from '../contract/work.ts'
import { nextCost } from '../store/foresight.ts'

export const recordCost = command({
  name: 'observatory.record-cost',
  summary: 'Enters what a discipline cost in a year, or how many full-time people it had.',
  who: ['director', 'quality-manager'],
  input: RecordCost,
  output: Done,
  async run(cx, input) {
    cx.allow(null)
    if (!(await codesOf(cx, 'discipline')).some((d) => d.code === input.discipline))
      throw new Refusal('conflict', 'observatory.no-such-value', {
        values: { value: input.discipline, list: 'discipline' },
        next: 'observatory.next-see-dictionary',
      })
    const id = input.id ?? cx.newId()
    const seq = await nextCost(cx, input)
    await cx.record({
      subject: ref('observatory.cost', id),
      facts: { year: input.year, discipline: input.discipline, kind: input.kind },
      rows: { 'observatory.cost': [{ ...input, id, seq }] },
    })
    return { id }
  },
})
