/** Waives a charge, with the reason, in the name of who decides. */
import { command } from '#platform/define.ts'
import { ChargeSeen, WaiveCharge } from '../contract/records.ts'
import { decidesRecords } from '../roles.ts'
import { settle } from '../settling.ts'

export const waiveCharge = command({
  name: 'portal.waive-charge',
  summary: 'Waives a charge, with the reason; records that waited for it are given.',
  who: decidesRecords,
  input: WaiveCharge,
  output: ChargeSeen,
  run: (cx, input) => settle(cx, input.charge, { kind: 'waived', receipt: null, words: input.words }),
})
