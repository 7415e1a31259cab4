/** The table of a question as CSV or spreadsheet, with the same care as on the page. */
import { stream } from '#platform/define.ts'
import { knownAt } from '../asking.ts'
import { answerOf } from '../careful.ts'
import { CubeFile } from '../contract.ts'
import { questionOf } from '../questions.ts'
import { readers } from '../roles.ts'
import { csvOf, linesOf } from '../table-file.ts'
import { xlsxOf } from '#formats/xlsx.ts'

export const cubeFile = stream({
  name: 'observatory.cube-file',
  summary: 'The table of a question as CSV or spreadsheet, with the same care as on the page.',
  who: readers,
  input: CubeFile,
  async run(cx, input) {
    cx.allow(null)
    const asked = questionOf(input)
    const known = await knownAt(cx, input.asOf)
    const { rows, columns, cells, asOf } = await answerOf(cx, asked, known.asOf, true)
    if (input.as === 'xlsx')
      return {
        name: `${asked.dataset}-${asked.rows}.xlsx`,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: xlsxOf([{ name: asked.dataset, rows: linesOf(cx, rows, columns, cells) }], asOf),
      }
    const text = csvOf(cx, rows, columns, cells)
    return { name: `${asked.dataset}-${asked.rows}.csv`, mediaType: 'text/csv', bytes: Buffer.from(text) }
  },
})
