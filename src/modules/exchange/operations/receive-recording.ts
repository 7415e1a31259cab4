/** Takes what the system of a platform says that it holds of a case; sent again it is the same. Who sends is who the token speaks for. */
import { command } from '#platform/define.ts'
import { takeRecording } from '../arriving-recordings.ts'
import { ReceiveRecording, RecordingReceipt } from '../contract/recordings.ts'
import { senders } from '../roles.ts'

export const receiveRecording = command({
  name: 'exchange.receive-recording',
  summary:
    'Takes what a digital evidence platform says that it holds of a case; sent again it is the same one.',
  who: senders,
  input: ReceiveRecording,
  output: RecordingReceipt,
  async run(cx, input) {
    cx.allow(null)
    return takeRecording(cx, input.recording, input.platform)
  },
})
