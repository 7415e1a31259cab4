/** Tells what applying a laboratory's definition would add or change, and changes nothing. */
import { query } from '#platform/define.ts'
import { Changes, Laboratory } from '../contract.ts'
import { briefly, changesOf } from '../applying.ts'

export const compareLaboratory = query({
  name: 'catalogue.compare-laboratory',
  summary: 'Tells what applying a laboratory’s definition would add or change.',
  who: ['administrator', 'quality-manager'],
  input: Laboratory,
  output: Changes,
  async run(cx, input) {
    cx.allow(null)
    const { added, changed, same, differences } = await changesOf(cx, input)
    return { added, changed, same, differences: differences.slice(0, 500).map(briefly) }
  },
})
