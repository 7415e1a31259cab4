/** Tells what applying a laboratory's definition would add or change, and changes nothing. */
import { query } from '#platform/define.ts'
import { handsOf } from '../alone.ts'
import { Compared, Laboratory } from '../contract.ts'
import { mayBeSetAlone } from '../rules/alone.ts'
import { briefly, changesOf } from '../applying.ts'

/** As many as a whole laboratory has: whoever proposes them names each. */
const MOST = 10_000

export const compareLaboratory = query({
  name: 'catalogue.compare-laboratory',
  summary: 'Tells what applying a laboratory’s definition would add or change.',
  who: ['administrator', 'quality-manager'],
  input: Laboratory,
  output: Compared,
  async run(cx, input) {
    cx.allow(null)
    const { added, changed, same, differences } = await changesOf(cx, input)
    const hands = await handsOf(cx)
    return {
      added,
      changed,
      same,
      differences: differences.slice(0, MOST).map(briefly),
      works: !hands.free,
      needsAnother: !mayBeSetAlone(differences, hands).ok,
    }
  },
})
