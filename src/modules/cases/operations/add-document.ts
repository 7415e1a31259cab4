/** Adds a paper to a case: the file was sent first and is kept byte for byte. */
import { command } from '#platform/define.ts'
import { uploadedFile } from '#platform/uploads.ts'
import { AddDocument, Done } from '../contract.ts'
import { writers } from '../roles.ts'
import { seeCase } from '../store/case-file.ts'
import { caseRef } from '../store/holds.ts'

export const addDocument = command({
  name: 'cases.add-document',
  summary: 'Adds a paper to a case; the file is sent first.',
  who: writers,
  input: AddDocument,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    const sent = await uploadedFile(cx, input.file)
    const id = input.id ?? cx.newId()
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { document: id, file: sent.sha256, kind: input.kind },
      rows: {
        'cases.document': [
          {
            id,
            root: file.root,
            file: sent.sha256,
            name: sent.name,
            media_type: sent.media_type,
            size: sent.size,
            kind: input.kind,
            note: input.note ?? null,
          },
        ],
      },
    })
    return { id }
  },
})
