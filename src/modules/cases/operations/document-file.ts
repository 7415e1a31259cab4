/** Sends a paper of a case as it came. */
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { DocumentFile } from '../contract.ts'
import { readers } from '../roles.ts'
import { seeCase } from '../store/case-file.ts'
import { documentOf } from '../store/readings.ts'

export const documentFile = stream({
  name: 'cases.document-file',
  summary: 'Sends a paper of a case as it came.',
  who: readers,
  reads: 'sensitive',
  input: DocumentFile,
  async run(cx, input) {
    const row = await documentOf(cx, input.document)
    if (!row) throw notFound()
    cx.allow(await seeCase(cx, row.root))
    refuseUnless(unless(!row.destroyed, no('cases.paper-destroyed', {})))
    return { name: row.name, mediaType: row.media_type, file: row.file }
  },
})
