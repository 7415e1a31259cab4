/** Worksheets by state: what is open on my bench, what waits for a reviewer. */
import { query } from '#platform/define.ts'
import { FindWorksheets, WorksheetList } from '../contract.ts'
import { countSheets, findSheets } from '../store.ts'

export const findWorksheets = query({
  name: 'results.find-worksheets',
  summary: 'Lists worksheets by state.',
  who: ['analyst', 'section-head', 'director', 'quality-manager', 'outside-reviewer'],
  input: FindWorksheets,
  output: WorksheetList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await findSheets(cx, input, input)
    const total = await countSheets(cx, input)
    const last = rows.length === input.limit ? rows.at(-1) : undefined
    return {
      items: rows.map((w) => ({
        id: w.id,
        number: w.number,
        state: w.state,
        case: { id: w.root, number: w.case_number },
        request: w.request,
        analyst: w.analyst_name,
        since: w.since,
      })),
      nextCursor: last ? `${last.since}|${last.id}` : null,
      total: Math.min(total, 1_000),
      totalIsAtLeast: total > 1_000,
    }
  },
})
