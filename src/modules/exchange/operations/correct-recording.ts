/** Says better what a platform holds: a new word beside the one before, with the reason; also that it is held again. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../contract/partners.ts'
import { CorrectRecording } from '../contract/recordings.ts'
import { pageOf, recordingRef, wordRow } from '../recording-words.ts'
import { recorders } from '../roles.ts'
import { mayAddAt } from '../rules/recordings.ts'
import { platformById } from '../store/platforms.ts'
import { seeRecording } from '../store/recordings.ts'

export const correctRecording = command({
  name: 'exchange.correct-recording',
  summary: 'Says better what a platform holds; the word before it stays, with the reason.',
  who: recorders,
  input: CorrectRecording,
  output: Done,
  async run(cx, input) {
    await cx.lock([recordingRef(input.recording)])
    const before = await seeRecording(cx, input.recording)
    cx.allow(before)
    const platform = await platformById(cx, before.platform)
    refuseUnless(mayAddAt(platform))
    const { id: recording, root, number } = before
    const page = pageOf(platform.form, input, number)
    const of = { recording, root, platform: platform.id, number, before, page, words: input.words }
    const row = await wordRow(cx, { ...of, state: 'held', came: 'person' }, input)
    await cx.record({
      subject: recordingRef(recording),
      root,
      facts: { version: before.seq + 1, corrects: before.word, digest: input.sha256 ?? null },
      rows: { 'exchange.recording': [row] },
    })
    return { id: row.id }
  },
})
