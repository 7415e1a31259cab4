/** Takes up what was found: a thing in the collector's custody, packed, sealed, with the label that was printed before. */
import { command } from '#platform/define.ts'
import { Collected, CollectItem } from '../contract.ts'
import { collect } from '../collecting.ts'
import { attending } from '../roles.ts'
import { openToWrite } from '../writing.ts'

export const collectItem = command({
  name: 'scenes.collect-item',
  summary: 'Takes up what was found: a thing in the custody of whoever collects it, packed and sealed.',
  who: attending,
  input: CollectItem,
  output: Collected,
  async run(cx, input) {
    const a = await openToWrite(cx, input.attendance)
    const { attendance: _a, mark, label, how, sealNumber, ...made } = input
    return collect(cx, a, made, { mark, label, sealNumber, how })
  },
})
