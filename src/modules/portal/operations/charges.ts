/** What is owed and what was paid, as far as the reader may see what it is for. */
import { query } from '#platform/define.ts'
import { ChargeList, FindCharges } from '../contract/records.ts'
import { chargeSeen } from '../records-steps.ts'
import { recordAskers } from '../roles.ts'
import { listCharges } from '../store/records.ts'

export const charges = query({
  name: 'portal.charges',
  summary: 'Lists what is owed and what was paid, for records and for examinations, newest first.',
  who: recordAskers,
  input: FindCharges,
  output: ChargeList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await listCharges(cx, input)
    const items = []
    for (const row of rows) items.push(await chargeSeen(cx, row))
    return { items, nextCursor }
  },
})
