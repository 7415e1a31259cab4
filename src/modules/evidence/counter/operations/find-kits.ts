/** Collection kits that the reader's offices issued or have, those that expire first in front. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { query } from '#platform/define.ts'
import { FindKits, KitList } from '../contract.ts'
import { kitLine } from '../kits.ts'
import { holders } from '../../roles.ts'
import { listKits } from '../store/kits.ts'

export const findKits = query({
  name: 'evidence.find-kits',
  summary: 'Collection kits that the reader’s offices issued or have, those that expire first in front.',
  who: holders,
  input: FindKits,
  output: KitList,
  async run(cx, input) {
    cx.allow(null)
    const today = dayOfInstant(cx.now)
    const { rows, nextCursor } = await listKits(cx, input, today)
    return { items: rows.map((k) => kitLine(cx, k, today)), nextCursor }
  },
})
