/** The worklist of cases: filtered, sorted, a page at a time, counted to a thousand. */
import { query } from '#platform/define.ts'
import { CaseList, FindCases } from '../contract/finding.ts'
import { readers } from '../roles.ts'
import { listCases } from '../store/worklist.ts'

export const findCases = query({
  name: 'cases.find-cases',
  summary: 'The worklist of cases: filtered, sorted, a page at a time.',
  who: readers,
  input: FindCases,
  output: CaseList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor, total, atLeast } = await listCases(cx, input)
    return {
      items: rows.map(({ key: _key, ...r }) => r),
      nextCursor,
      ...(input.cursor ? {} : { total, totalIsAtLeast: atLeast }),
    }
  },
})
