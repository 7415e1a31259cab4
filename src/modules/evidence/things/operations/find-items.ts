/** Finds things by what is known of them: the worklist of counter, store and bench. */
import { query } from '#platform/define.ts'
import { FindItems, ItemList } from '../contract.ts'
import { readers } from '../../roles.ts'
import { linesOf } from '../lines.ts'
import { findItems as find } from '../store/lists.ts'

export const findItems = query({
  name: 'evidence.find-items',
  summary: 'Finds things by what is known of them: the worklist of counter, store and bench.',
  who: readers,
  input: FindItems,
  output: ItemList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, ...page } = await find(cx, input)
    return { items: await linesOf(cx, rows), ...page }
  },
})
