/** The table of a question as CSV, with the same care as on the page. */
import { stream } from '#platform/define.ts'
import { knownAt, tableOf, withCare } from '../asking.ts'
import { Cube } from '../contract.ts'
import { questionOf } from '../questions.ts'
import { readers } from '../roles.ts'
import { csvOf } from '../table-file.ts'

export const cubeFile = stream({
  name: 'observatory.cube-file',
  summary: 'The table of a question as CSV, with the same care as on the page.',
  who: readers,
  input: Cube,
  async run(cx, input) {
    cx.allow(null)
    const asked = questionOf(input)
    const table = await tableOf(cx, asked, (await knownAt(cx, input.asOf)).asOf)
    const text = csvOf(cx, table.rows, table.columns, withCare(cx, asked, table).cells)
    return { name: `${asked.dataset}-${asked.rows}.csv`, mediaType: 'text/csv', bytes: Buffer.from(text) }
  },
})
