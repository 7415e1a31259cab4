/** Which files of scenes the house holds as they are named, counted again for this answer: only then does a device let its own go. */
import { query } from '#platform/define.ts'
import { FilesProved, ProveFiles } from '../contract.ts'
import { hashNow } from '../counting.ts'
import { attending } from '../roles.ts'
import { filesStanding } from '../store/keeping.ts'

export const proveFiles = query({
  name: 'scenes.prove-files',
  summary:
    'Counts the hashes of files of scenes again and says which of them stand, so that a device may let its own go.',
  who: attending,
  input: ProveFiles,
  output: FilesProved,
  async run(cx, input) {
    cx.allow(null)
    const standing = await filesStanding(cx, input.sha256.split(','))
    const proved: string[] = []
    for (const file of standing) if ((await hashNow(cx, file)) === file) proved.push(file)
    return { proved }
  },
})
