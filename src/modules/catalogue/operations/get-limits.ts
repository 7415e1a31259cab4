/** The quantities named by law that hold on a day, with who confirmed each. */
import { query } from '#platform/define.ts'
import { GetLimits, Limits } from '../contract.ts'
import { dayOf } from '../rules.ts'
import { listLimits } from '../store/limits.ts'

export const getLimits = query({
  name: 'catalogue.get-limits',
  summary: 'Shows the quantities named by law that hold on a day.',
  who: 'signed-in',
  input: GetLimits,
  output: Limits,
  async run(cx, input) {
    cx.allow(null)
    return { items: await listLimits(cx.tx, { substance: input.substance, on: input.on ?? dayOf(cx.now) }) }
  },
})
