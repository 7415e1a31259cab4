/** Says that a platform holds a recording no longer, or that it never belonged to this case; what was said before stays. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../contract/partners.ts'
import { WithdrawRecording } from '../contract/recordings.ts'
import { recordingRef, wordRow } from '../recording-words.ts'
import { recorders } from '../roles.ts'
import { mayWithdraw } from '../rules/recordings.ts'
import { seeRecording } from '../store/recordings.ts'

export const withdrawRecording = command({
  name: 'exchange.withdraw-recording',
  summary: 'Says that a platform holds a recording no longer, or not for this case; with the reason.',
  who: recorders,
  input: WithdrawRecording,
  output: Done,
  async run(cx, input) {
    await cx.lock([recordingRef(input.recording)])
    const before = await seeRecording(cx, input.recording)
    cx.allow(before)
    refuseUnless(mayWithdraw(before))
    const { id: recording, root, platform, number, page } = before
    const said = {
      title: before.said?.title,
      kind: before.kind,
      takenAt: before.taken_at,
      takenOn: before.taken_on,
      device: before.said?.device,
      by: before.said?.by,
      seconds: before.seconds,
      size: before.size,
      sha256: before.stated_digest,
      keptUntil: before.kept_until,
      saidBy: input.saidBy,
    }
    const of = { recording, root, platform, number, before, page, words: input.words }
    const row = await wordRow(cx, { ...of, state: 'withdrawn', came: 'person' }, said)
    await cx.record({
      subject: recordingRef(recording),
      root,
      facts: { version: before.seq + 1, corrects: before.word },
      rows: { 'exchange.recording': [row] },
    })
    return { id: row.id }
  },
})
