/** The bytes of a photograph that came with an announcement. */
import { notFound } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { PrelogPhotograph } from '../contract.ts'
import { readers } from '../../roles.ts'
import { announcedPhotograph } from '../store/announced.ts'

export const prelogPhotograph = stream({
  name: 'evidence.prelog-photograph',
  summary: 'The bytes of a photograph that came with an announcement.',
  who: readers,
  input: PrelogPhotograph,
  async run(cx, input) {
    const row = await announcedPhotograph(cx, input.photograph)
    if (!row) throw notFound()
    cx.allow(row)
    return { name: row.name, mediaType: row.media_type, file: row.file }
  },
})
