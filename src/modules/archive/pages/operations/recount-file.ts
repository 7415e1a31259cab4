/** Counted again by hand: the newest count holds, the earlier ones stay. */
import { refuseUnless } from '#kernel/verdict.ts'
import { notFound } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Prepared, RecountFile } from '../contract.ts'
import { keepers } from '../../roles.ts'
import { mayRecount } from '../rules.ts'
import { batchFiles, seeBatch } from '../store/batches.ts'
import { fileRef } from '../../shelves/store/files.ts'

export const recountFile = command({
  name: 'archive.recount-file',
  summary: 'Says how many written pages a file of a batch has, counted again by hand, and why.',
  who: keepers,
  input: RecountFile,
  output: Prepared,
  async run(cx, input) {
    const b = await seeBatch(cx, input.batch, { lock: true })
    cx.allow(b)
    refuseUnless(mayRecount(b))
    const f = (await batchFiles(cx, b.id)).find((one) => one.file === input.file)
    if (!f) throw notFound()
    await cx.lock([fileRef(f.file)])
    await cx.record({
      subject: fileRef(f.file),
      root: f.root,
      facts: { number: f.number, batch: b.number, before: f.counted, counted: input.pages },
      rows: {
        'archive.batch_count': [
          {
            id: cx.newId(),
            root: f.root,
            batch: b.id,
            file: f.file,
            seq: f.seq + 1,
            pages: input.pages,
            words: input.words,
            by_name: cx.actor.name,
          },
        ],
      },
    })
    return { id: b.id, number: b.number, sheets: 0 }
  },
})
