/** What came in with other cases and is evidence in this one too. */
import { seeCase } from '#modules/cases/public.ts'
import { query } from '#platform/define.ts'
import { AlsoList, type ItemState, ItemsOfOtherCases } from '../contract.ts'
import { readers } from '../../roles.ts'
import { alsoOfCase } from '../store/other-cases.ts'

export const itemsOfOtherCases = query({
  name: 'evidence.items-of-other-cases',
  summary: 'Shows what came in with other cases and is evidence in this one too.',
  who: readers,
  input: ItemsOfOtherCases,
  output: AlsoList,
  async run(cx, input) {
    const file = await seeCase(cx, input.case)
    cx.allow(file)
    const rows = await alsoOfCase(cx, file.id)
    return { items: rows.map((r) => ({ ...r, state: r.state as ItemState })) }
  },
})
