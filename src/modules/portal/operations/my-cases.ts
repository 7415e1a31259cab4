/** My cases in plain words: who has it, what it waits for, until when. */
import { subjectsWithNumbers } from '#modules/cases/public.ts'
import { query } from '#platform/define.ts'
import { MyCaseList, MyCases } from '../contract.ts'
import { customers } from '../roles.ts'
import { caseLine, sideOf } from '../seeing.ts'
import { listCases, underWay } from '../store/cases.ts'

export const myCases = query({
  name: 'portal.my-cases',
  summary: 'Lists my cases in plain words: who has it, what it waits for, until when.',
  who: customers,
  input: MyCases,
  output: MyCaseList,
  async run(cx, input) {
    cx.allow(null)
    const roots = input.q ? (await subjectsWithNumbers(cx, [input.q])).map((f) => f.root) : []
    const { rows, nextCursor } = await listCases(cx, input, roots)
    const under = await underWay(
      cx,
      rows.map((r) => r.id),
      sideOf(cx),
    )
    return { items: rows.map((r) => caseLine(cx, r, under)), nextCursor }
  },
})
