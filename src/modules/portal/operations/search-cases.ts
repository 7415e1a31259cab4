/** Looks a case up by what somebody remembers of it: a day, any number, a person with their part in it. Each look is written down. */
import { casesOfPeople, subjectsWithNumbers } from '#modules/cases/public.ts'
import { query } from '#platform/define.ts'
import { MyCaseList, SearchCases } from '../contract.ts'
import { speakers } from '../roles.ts'
import { caseLine, sideOf } from '../seeing.ts'
import { listCases, underWay } from '../store/cases.ts'

export const searchCases = query({
  name: 'portal.search-cases',
  summary:
    'Finds cases by day, by any number, and by a person with their part in it; each look is written down.',
  who: speakers,
  reads: 'sensitive',
  input: SearchCases,
  output: MyCaseList,
  async run(cx, input) {
    cx.allow({ may_see: true, root: null })
    const { number, person, role, from, until, ...page } = input
    const among = person ? await casesOfPeople(cx, person, role) : undefined
    const roots = number ? (await subjectsWithNumbers(cx, [number])).map((f) => f.root) : []
    const { rows, nextCursor } = await listCases(
      cx,
      { ...page, show: 'all', q: number, from, until, among },
      roots,
    )
    for (const row of rows) cx.allow({ may_see: true, root: row.id })
    const under = await underWay(
      cx,
      rows.map((r) => r.id),
      sideOf(cx),
    )
    return { items: rows.map((r) => caseLine(cx, r, under)), nextCursor }
  },
})
