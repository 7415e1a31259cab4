/** The same as a file to send: a line an area. */
import { xlsxOf } from '#formats/xlsx.ts'
import { fileOf } from '#modules/exchange/public.ts'
import { stream } from '#platform/define.ts'
import { ForesightFile } from '../contract/work.ts'
import { columns, foresightOf } from '../foresight.ts'
import { readers } from '../roles.ts'

export const foresightFile = stream({
  name: 'observatory.foresight-file',
  summary: 'Gives the work of a year by area as a spreadsheet or CSV, with the columns of FORESIGHT.',
  who: readers,
  input: ForesightFile,
  async run(cx, input) {
    cx.allow(null)
    const { items, year, asOf } = await foresightOf(cx, input.year)
    const head = columns.map((c) => cx.say(`observatory.foresight-${c}`))
    const rows = items.map((line) => columns.map((c) => line[c]))
    const name = `foresight-${year}.${input.as}`
    if (input.as === 'xlsx')
      return {
        name,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: xlsxOf([{ name: `FORESIGHT ${year}`, rows: [head, ...rows] }], asOf),
      }
    const text = fileOf([head, ...rows.map((r) => r.map((v) => String(v ?? '')))], ',')
    return { name, mediaType: 'text/csv', bytes: Buffer.from(text) }
  },
})
