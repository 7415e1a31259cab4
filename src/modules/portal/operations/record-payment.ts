/** Records that a charge was paid, under the number of the receipt that was written for it. */
import { command } from '#platform/define.ts'
import { ChargeSeen, RecordPayment } from '../contract/records.ts'
import { handlesRecords } from '../roles.ts'
import { settle } from '../settling.ts'

export const recordPayment = command({
  name: 'portal.record-payment',
  summary:
    'Records that a charge was paid, under the number of its receipt; records that waited for it are given.',
  who: handlesRecords,
  input: RecordPayment,
  output: ChargeSeen,
  run: (cx, input) =>
    settle(cx, input.charge, { kind: 'paid', receipt: input.receipt, words: input.words ?? null }),
})
