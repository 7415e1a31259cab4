/** Records a quantity named by law, with the days between which it holds. */
import { command } from '#platform/define.ts'
import { mustBeTwo } from '../alone.ts'
import { Created, DefineLimit } from '../contract.ts'
import { limitEntry, limitRef } from '../defining.ts'
import { newestLimitSeq } from '../store/limits.ts'

export const defineLimit = command({
  name: 'catalogue.define-limit',
  summary: 'Records a quantity named by law, with the days between which it holds.',
  who: ['director', 'quality-manager', 'administrator'],
  input: DefineLimit,
  output: Created,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    await mustBeTwo(cx, [{ what: 'limit', key: input.key }])
    await cx.lock([limitRef(input.key)])

    const id = input.id ?? cx.newId()
    await cx.record(limitEntry(cx, input, await newestLimitSeq(cx.tx, input.key), id))
    return { id }
  },
})
