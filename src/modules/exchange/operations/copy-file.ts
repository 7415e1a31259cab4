/** A copy of a recording as it was brought, byte for byte. */
import { stream } from '#platform/define.ts'
import { CopyFile } from '../contract/recordings.ts'
import { recorders } from '../roles.ts'
import { seeCopy } from '../store/recordings.ts'

export const copyFile = stream({
  name: 'exchange.copy-file',
  summary: 'A copy of a recording as it was brought, byte for byte.',
  who: recorders,
  reads: 'sensitive',
  input: CopyFile,
  async run(cx, input) {
    const copy = await seeCopy(cx, input.copy)
    cx.allow(copy)
    return { name: copy.file_name, mediaType: 'application/octet-stream', file: copy.file }
  },
})
