/** One thing whole: what it is, who held it when, its seals, its family, where it stands, and what may be done with it. */
import { query } from '#platform/define.ts'
import { GetItem, ItemSeen } from '../../things/contract.ts'
import { readers } from '../../roles.ts'
import { wholeItem } from '../../things/store/chain.ts'
import { notFound } from '#kernel/verdict.ts'
import { asKnown } from '../as-known.ts'
import { seenItem } from '../item-seen.ts'

export const getItem = query({
  name: 'evidence.get-item',
  summary:
    'Shows one thing whole: every hand that held it, seals, family, place, and what may be done with it.',
  who: readers,
  input: GetItem,
  output: ItemSeen,
  async run(cx, input) {
    const item = await wholeItem(cx, { id: input.id, text: input.number ?? input.barcode }, input.asOf)
    cx.allow(item)
    const known = input.asOf ? asKnown(item, input.asOf) : item
    if (!known) throw notFound()
    return seenItem(cx, known, input.asOf)
  },
})
