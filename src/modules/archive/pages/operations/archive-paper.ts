/** A signed paper of the archive as a PDF. */
import { stream } from '#platform/define.ts'
import { PaperFile } from '../contract.ts'
import { readers } from '../../roles.ts'
import { paperFile } from '../store/papers.ts'

export const archivePaper = stream({
  name: 'archive.archive-paper',
  summary:
    'A signed paper of the archive as a PDF: a copy, a certificate of search, of capture or of destruction.',
  who: readers,
  reads: 'sensitive',
  input: PaperFile,
  async run(cx, input) {
    const row = await paperFile(cx, input.paper)
    cx.allow(row)
    return { name: `${row.number}.pdf`, mediaType: 'application/pdf', file: row.file }
  },
})
