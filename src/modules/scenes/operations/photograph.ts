/** A photograph as it came, as large as a screen, or in tiles; each look is logged. */
import { Refusal } from '#kernel/verdict.ts'
import { awayAt, fileAway } from '#platform/away.ts'
import { stream } from '#platform/define.ts'
import { PhotographFile } from '../contract.ts'
import { screenSize, tilePicture } from '../picturing.ts'
import { readers } from '../roles.ts'
import { seePhotograph } from '../store/pictures.ts'

export const photograph = stream({
  name: 'scenes.photograph',
  summary:
    'A photograph of a scene byte for byte as it came, as large as a screen, or in tiles; each look is logged.',
  who: readers,
  reads: 'sensitive',
  input: PhotographFile,
  async run(cx, input) {
    const row = await seePhotograph(cx, input.photograph)
    cx.allow(row)
    if (input.size === 'original') return { name: row.name, mediaType: row.media_type, file: row.file }
    if (input.size === 'small' && row.small)
      return { name: `${row.name}.webp`, mediaType: 'image/webp', file: row.small }
    const bytes = input.size === 'tile' ? await tilePicture(cx, row, input) : await screenSize(cx, row.file)
    if (!bytes) {
      // Pieces are cut from the original; the copy as large as a screen is here.
      const at = await awayAt(cx.ground.files, row.file)
      if (at) throw fileAway(at)
      throw new Refusal('conflict', 'scenes.not-shown', { next: 'scenes.next-take-original' })
    }
    return { name: `${row.name}.webp`, mediaType: 'image/webp', bytes }
  },
})
