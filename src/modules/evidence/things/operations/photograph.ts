/** The bytes of a photograph as they came. */
import { notFound } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { PhotographFile } from '../contract.ts'
import { readers } from '../../roles.ts'
import { photographById } from '../store/lists.ts'

export const photograph = stream({
  name: 'evidence.photograph',
  summary: 'The bytes of a photograph as they came.',
  who: readers,
  input: PhotographFile,
  async run(cx, input) {
    const row = await photographById(cx, input.photograph)
    if (!row) throw notFound()
    cx.allow(row)
    return { name: row.name, mediaType: row.media_type, file: row.file }
  },
})
