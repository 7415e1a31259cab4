/** The small picture of a photograph for walls and lists; the list itself is what is logged. */
import { notFound } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { Thumbnail } from '../contract.ts'
import { readers } from '../roles.ts'
import { seePhotograph } from '../store/pictures.ts'

export const thumbnail = stream({
  name: 'scenes.thumbnail',
  summary: 'The small picture of a photograph, for walls and lists.',
  who: readers,
  input: Thumbnail,
  async run(cx, input) {
    const row = await seePhotograph(cx, input.photograph)
    cx.allow({ may_see: row.may_see, root: row.root })
    if (!row.small) throw notFound()
    return { name: `${row.seq}.webp`, mediaType: 'image/webp', file: row.small }
  },
})
