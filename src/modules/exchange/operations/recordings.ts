/** What platforms hold of a case, as was said last of each, with the copies that somebody brought. */
import { seeCase } from '#modules/cases/public.ts'
import { actionsOf } from '#platform/actions.ts'
import { yes } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { RecordingList, Recordings } from '../contract/recordings.ts'
import { recordingsSeen } from '../recording-words.ts'
import { recorders } from '../roles.ts'
import { listRecordings } from '../store/recordings.ts'

export const recordings = query({
  name: 'exchange.recordings',
  summary: 'What digital evidence platforms hold of a case, with the copies that were brought.',
  who: recorders,
  input: Recordings,
  output: RecordingList,
  async run(cx, input) {
    const file = await seeCase(cx, input.case)
    cx.allow(file)
    const { rows, nextCursor } = await listRecordings(cx, file.root, input)
    return {
      items: await recordingsSeen(cx, file, rows),
      nextCursor,
      actions: actionsOf(cx, file, { 'exchange.link-recording': yes }),
    }
  },
})
