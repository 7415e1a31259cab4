/** The worklist of cases: filtered, sorted, a page at a time, counted to a thousand. */
import { query } from '#platform/define.ts'
import { CaseList, FindCases } from '../contract/finding.ts'
import { readers } from '../roles.ts'
import { namesOf, type Wanted } from '../store/codes.ts'
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
    const name = await namesOf(
      cx,
      rows.flatMap((r): Wanted[] => [
        ['case-type', r.type],
        ['district', r.district],
      ]),
    )
    return {
      items: rows.map(({ key: _key, ...r }) => ({
        ...r,
        typeName: name('case-type', r.type),
        districtName: r.district && name('district', r.district),
      })),
      nextCursor,
      ...(input.cursor ? {} : { total, totalIsAtLeast: atLeast }),
    }
  },
})
