/** Writes down on a case that a platform holds a recording of it: what it is, and who said so. */
import { seeCase } from '#modules/cases/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../contract/partners.ts'
import { LinkRecording } from '../contract/recordings.ts'
import { findable, pageOf, recordingRef, wordRow } from '../recording-words.ts'
import { recorders } from '../roles.ts'
import { mayAddAt } from '../rules/recordings.ts'
import { platformById } from '../store/platforms.ts'
import { recordingAt } from '../store/recordings.ts'

export const linkRecording = command({
  name: 'exchange.link-recording',
  summary: 'Writes down on a case that a digital evidence platform holds a recording of it.',
  who: recorders,
  input: LinkRecording,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    const platform = await platformById(cx, input.platform)
    refuseUnless(mayAddAt(platform))
    const known = await recordingAt(cx, platform.id, input.number, file.root)
    refuseUnless(
      unless(
        !known,
        no('exchange.recording-known', { number: input.number }, 'exchange.next-correct-recording'),
      ),
    )
    const recording = input.id ?? cx.newId()
    const page = pageOf(platform.form, input, input.number)
    const of = { recording, root: file.root, platform: platform.id, number: input.number, before: null, page }
    const row = await wordRow(cx, { ...of, state: 'held', came: 'person' }, input)
    await cx.record({
      subject: recordingRef(recording),
      root: file.root,
      facts: { platform: platform.code, number: input.number, version: 1, digest: input.sha256 ?? null },
      rows: { 'exchange.recording': [row] },
    })
    await findable(cx, recording, file.root, input.number, platform.name)
    return { id: recording }
  },
})
