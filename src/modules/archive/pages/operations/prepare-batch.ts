/** Files made ready for the scanner: pages counted by hand, sheets with codes between them. */
import { codeOf, nextNumber } from '#modules/catalogue/public.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { archiveCode } from '../../shelves/barcodes.ts'
import { PrepareBatch, Prepared } from '../contract.ts'
import { keepers } from '../../roles.ts'
import { mayTouch, sameFileOnce } from '../rules.ts'
import type { z } from 'zod'
import type { Cx } from '#platform/cx.ts'
import { batchRef, batchStep, insertBatchNow } from '../store/batches.ts'
import { type FileRow, fileRef, fileStep, filesNow, seeFiles } from '../../shelves/store/files.ts'

export const prepareBatch = command({
  name: 'archive.prepare-batch',
  summary:
    'Makes files ready for the scanner: their pages counted by hand, and the sheets that lie between them.',
  who: keepers,
  input: PrepareBatch,
  output: Prepared,
  async run(cx, input) {
    const id = input.id ?? cx.newId()
    refuseUnless(sameFileOnce(input.files.map((f) => f.file)))
    const files = await seeFiles(
      cx,
      input.files.map((f) => f.file),
      { lock: true },
    )
    for (const f of files) {
      cx.allow({ ...f, sensitive: false })
      refuseUnless(mayTouch(f))
    }
    for (const sheet of input.files.flatMap((f) => f.sheets))
      await (sheet.kind === 'separator'
        ? codeOf(cx, 'document-kind', sheet.document)
        : codeOf(cx, 'removed-kind', sheet.removed))
    await cx.lock([batchRef(id)])
    const number = await nextNumber(cx, 'scan-batch')
    const unit = cx.actor.unit
    const laid = sheetsFor(cx, id, files, input.files)
    // A file that has come further keeps its stage: more pages of it are added to what is there.
    const steps = files.map((f) =>
      fileStep(cx, f, 'prepared', f.stage === 'listed' ? { stage: 'prepared' } : {}),
    )
    await cx.record(
      {
        subject: batchRef(id),
        facts: { number, files: files.length, counted: input.files.reduce((n, f) => n + f.pages, 0) },
        rows: {
          'archive.batch': [
            {
              id,
              number,
              unit,
              scanner: input.scanner ?? null,
              dpi: input.dpi,
              colour: input.colour,
              request: input.request ?? null,
              words: input.words ?? null,
              by_name: cx.actor.name,
            },
          ],
          'archive.batch_step': [batchStep(cx, { id, seq: 0, generation: 1 }, 'prepared')],
        },
      },
      ...files.map((f, i) => ({
        subject: fileRef(f.id),
        root: f.root,
        facts: { number: f.number, batch: number, counted: input.files[i]?.pages ?? 0 },
        rows: {
          'archive.file_step': [steps[i] as (typeof steps)[number]],
          'archive.batch_count': [
            {
              id: cx.newId(),
              root: f.root,
              batch: id,
              file: f.id,
              seq: 1,
              pages: input.files[i]?.pages ?? 0,
              words: null,
              by_name: cx.actor.name,
            },
          ],
          'archive.batch_sheet': laid.filter((s) => s.file === f.id),
        },
      })),
    )
    await insertBatchNow(cx, { id, number, unit })
    await filesNow(cx, steps)
    return { id, number, sheets: laid.length }
  },
})

type Wanted = z.output<typeof PrepareBatch>['files']
/** A cover for each file, and the sheets that were asked for, in the order in which they are laid. */
function sheetsFor(cx: Cx, batch: string, files: readonly FileRow[], wanted: Wanted) {
  let seq = 0
  return wanted.flatMap((one, i) => {
    const f = files[i] as (typeof files)[number]
    const sheet = (more: Record<string, string | null>) => {
      const sheetId = cx.newId()
      seq += 1
      return {
        id: sheetId,
        root: f.root,
        batch,
        file: f.id,
        seq,
        code: archiveCode('AS', sheetId),
        document: null,
        removed: null,
        kept_at: null,
        words: null,
        ...more,
      }
    }
    return [
      sheet({ kind: 'cover' }),
      ...one.sheets.map((s) =>
        s.kind === 'separator'
          ? sheet({ kind: 'separator', document: s.document })
          : sheet({ kind: 'removed', removed: s.removed, kept_at: s.keptAt, words: s.words ?? null }),
      ),
    ]
  })
}
