/** The table of a question as CSV or spreadsheet, with the same care as on the page. */
import { stream } from '#platform/define.ts'
import { knownAt } from '../asking.ts'
import { answerOf, hashOf } from '../careful.ts'
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
    const answer = await answerOf(cx, asked, known.asOf, true)
    const { rows, columns, cells, asOf } = answer
    if (input.as === 'xlsx')
      return {
        name: `${asked.dataset}-${asked.rows}.xlsx`,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: xlsxOf(
          [
            { name: asked.dataset, rows: linesOf(cx, rows, columns, cells) },
            {
              name: cx.say('observatory.about'),
              rows: [
                [cx.say('observatory.definition'), answer.definition],
                [cx.say('observatory.question'), JSON.stringify(asked)],
                [cx.say('observatory.as-of'), asOf],
                ['SHA-256', hashOf(asked, answer)],
                ...(answer.care === 'rounded' ? [['', cx.say('observatory.care-rounded')]] : []),
              ],
            },
          ],
          asOf,
        ),
      }
    const text = csvOf(cx, rows, columns, cells)
    return { name: `${asked.dataset}-${asked.rows}.csv`, mediaType: 'text/csv', bytes: Buffer.from(text) }
  },
})
