/** A picture of a body byte for byte as it came, or as large as a screen; each look is logged. */
import { screenSize } from '#modules/scenes/public.ts'
import { Refusal } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { PictureFile } from '../contract.ts'
import { readers } from '../../roles.ts'
import { seePicture } from '../store/pictures.ts'

export const picture = stream({
  name: 'death.picture',
  summary: 'A picture of a body byte for byte as it came, or as large as a screen; each look is logged.',
  who: readers,
  reads: 'sensitive',
  input: PictureFile,
  async run(cx, input) {
    const row = await seePicture(cx, input.picture)
    cx.allow(row)
    if (input.size === 'original')
      return { name: row.file_name, mediaType: 'application/octet-stream', file: row.file }
    const bytes = row.form === 'image' ? await screenSize(cx, row.file) : null
    if (!bytes) throw new Refusal('conflict', 'death.picture-not-drawn', { next: 'death.next-take-file' })
    return { name: `${row.file_name}.webp`, mediaType: 'image/webp', bytes }
  },
})
