/** Keeps a copy of a recording that somebody brought, compared with the hash that the platform stated. */
import { seeItem } from '#modules/evidence/public.ts'
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { uploadedFile } from '#platform/uploads.ts'
import { BringCopy, CopyBrought } from '../contract/recordings.ts'
import { recordingRef, saysOf } from '../recording-words.ts'
import { recorders } from '../roles.ts'
import { compared } from '../rules/recordings.ts'
import { paperOf, seeRecording } from '../store/recordings.ts'

export const bringCopy = command({
  name: 'exchange.bring-copy',
  summary: 'Keeps a copy of a recording, or names a paper of the case as one, and compares its hash.',
  who: recorders,
  input: BringCopy,
  output: CopyBrought,
  async run(cx, input) {
    await cx.lock([recordingRef(input.recording)])
    const row = await seeRecording(cx, input.recording)
    cx.allow(row)
    const item = input.item ? await seeItem(cx, input.item) : null
    if (item && !item.may_see) throw notFound()
    refuseUnless(
      unless(
        item === null || item.root === row.root,
        no('exchange.exhibit-of-another-case', { number: item?.number ?? '' }, 'exchange.next-exhibit'),
      ),
    )
    const copy = input.file
      ? await uploadedFile(cx, input.file)
      : await paperOf(cx, row.root, input.document ?? '')
    if (!copy) throw notFound()
    const compares = compared(copy.sha256, row.stated_digest)
    const id = input.id ?? cx.newId()
    await cx.record({
      subject: recordingRef(row.id),
      root: row.root,
      facts: { copy: copy.sha256, stated: row.stated_digest, compares },
      rows: {
        'exchange.recording_copy': [
          {
            id,
            recording: row.id,
            root: row.root,
            word: row.word,
            file: copy.sha256,
            file_name: copy.name,
            size: copy.size,
            document: input.document ?? null,
            item: item?.id ?? null,
            stated_digest: row.stated_digest,
            equal: compares === 'not-stated' ? null : compares === 'equal',
          },
        ],
      },
    })
    return { id, compares, says: saysOf(cx, copy.sha256, row.stated_digest) }
  },
})
