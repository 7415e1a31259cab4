/** One recording with every word that was said of it: by whom, when, and why it was corrected or withdrawn. */
import { seeCase } from '#modules/cases/public.ts'
import { query } from '#platform/define.ts'
import { OfRecording, RecordingWords } from '../contract/recordings.ts'
import { hiddenNames, recordingsSeen, wordSeen } from '../recording-words.ts'
import { recorders } from '../roles.ts'
import { seeRecording, wordsOf } from '../store/recordings.ts'

export const getRecording = query({
  name: 'exchange.get-recording',
  summary: 'One recording that a platform holds, with every word that was said of it.',
  who: recorders,
  input: OfRecording,
  output: RecordingWords,
  async run(cx, input) {
    const row = await seeRecording(cx, input.recording)
    cx.allow(row)
    const file = await seeCase(cx, row.root)
    const [recording] = await recordingsSeen(cx, file, [row])
    const names = await hiddenNames(cx, file)
    return {
      recording: recording as NonNullable<typeof recording>,
      case: { id: file.id, number: file.number },
      words: (await wordsOf(cx, row.id)).map((w) => wordSeen(cx, w, names)),
    }
  },
})
