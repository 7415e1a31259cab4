/** One paper file, by its id or by what a scanner sent: where it is, what its index says and who said so, what was asked and made of it. */
import { query } from '#platform/define.ts'
import { FileSeen, GetFile } from '../contract.ts'
import { readers } from '../../roles.ts'
import { fileSeen } from '../seen.ts'
import { seeFile } from '../../shelves/store/files.ts'

export const getFile = query({
  name: 'archive.get-file',
  summary: 'Shows a paper file: where it is, what its index says and by whom, what was asked and made of it.',
  who: readers,
  input: GetFile,
  output: FileSeen,
  async run(cx, input) {
    const f = await seeFile(cx, { id: input.file, code: input.code })
    cx.allow(f)
    return fileSeen(cx, f)
  },
})
