/** How two people counted money: every round with what agreed and what differed; a count that waits for the second keeps its figures. */
import { query } from '#platform/define.ts'
import { CashOfItem, CashSeen } from '../contract.ts'
import { cashSeen } from '../cash.ts'
import { readers } from '../../roles.ts'
import { wholeItem } from '../store/chain.ts'

export const cashOfItem = query({
  name: 'evidence.cash-of-item',
  summary:
    'How two people counted money: every round with what agreed and what differed; a count that waits for the second keeps its figures.',
  who: readers,
  input: CashOfItem,
  output: CashSeen,
  async run(cx, input) {
    const item = await wholeItem(cx, { id: input.item })
    cx.allow(item)
    return cashSeen(cx, item)
  },
})
