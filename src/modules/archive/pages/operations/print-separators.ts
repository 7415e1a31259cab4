/** The sheets of a batch to be printed and laid between the pages: cover, separators, and what stands in for what was taken out. */
import { letterhead } from '#modules/catalogue/public.ts'
import { stream } from '#platform/define.ts'
import { BatchQuery } from '../contract.ts'
import { keepers } from '../../roles.ts'
import { separatorsPdf } from '../sheets.ts'
import { batchFiles, seeBatch, sheetsOf } from '../store/batches.ts'
import { namesIn } from '../words.ts'

export const printSeparators = stream({
  name: 'archive.print-separators',
  summary:
    'The sheets of a batch as a PDF: covers, separators and what stands in for what was taken out, each with its code.',
  who: keepers,
  input: BatchQuery,
  async run(cx, input) {
    const b = await seeBatch(cx, input.batch)
    cx.allow(b)
    const bytes = separatorsPdf({
      batch: b.number,
      sheets: await sheetsOf(cx, b.id),
      files: await batchFiles(cx, b.id),
      names: { documents: await namesIn(cx, 'document-kind'), removed: await namesIn(cx, 'removed-kind') },
      head: await letterhead(cx, cx.language),
      lang: cx.language,
      say: cx.say,
      demo: cx.ground.house.demo,
      at: cx.now,
    })
    return { name: `${b.number}.pdf`, mediaType: 'application/pdf', bytes }
  },
})
