/** The address of a recording at its platform, given when somebody is about to open it: each is a look at the case. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { OfRecording, RecordingAddress } from '../contract/recordings.ts'
import { recorders } from '../roles.ts'
import { addressAt } from '#kernel/address-form.ts'
import { seeRecording } from '../store/recordings.ts'

export const recordingAddress = query({
  name: 'exchange.recording-address',
  summary: 'The address of a recording at its platform; asking for it is logged as a look at the case.',
  who: recorders,
  reads: 'sensitive',
  input: OfRecording,
  output: RecordingAddress,
  async run(cx, input) {
    const row = await seeRecording(cx, input.recording)
    cx.allow(row)
    const address = row.form === null ? null : addressAt(row.form, row.page ?? row.number)
    refuseUnless(
      unless(
        address !== null,
        no('exchange.platform-not-approved', { name: row.platform_name }, 'exchange.next-platform'),
      ),
    )
    return { address: address ?? '', machine: new URL(address ?? '').host }
  },
})
