/** Deaths as a table of codes for those who count: the core data set, those of violence, those of children; without names. */
import { deathsAsData } from '#modules/death/public.ts'
import { stream } from '#platform/define.ts'
import { DataSet } from '#modules/death/contract.ts'
import { fileOf } from '../csv.ts'
import { counters } from '../roles.ts'

export const exportDeaths = stream({
  name: 'exchange.export-deaths',
  summary:
    'Deaths as a table of codes: the core data set, those of violence, those of children; without names.',
  who: counters,
  reads: 'sensitive',
  input: DataSet,
  async run(cx, input) {
    cx.allow(null)
    const data = await deathsAsData(cx, input.set, input)
    const cells = data.rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
    return {
      name: `deaths-${input.set}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      bytes: Buffer.from(
        fileOf(
          [
            [...data.columns],
            ...cells,
            ...(data.cut ? [[cx.say('exchange.deaths-cut', { n: data.rows.length })]] : []),
          ],
          ',',
        ),
      ),
    }
  },
})
