/** One picture of a radiograph as its stored values, for the viewer: brightness is chosen by whoever looks; each look is logged. */
import { packFrame } from '#kernel/frame.ts'
import { Refusal } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { RadiographFrame } from '../contract.ts'
import { readers } from '../../roles.ts'
import { seePicture } from '../store/pictures.ts'

export const radiographFrame = stream({
  name: 'death.radiograph-frame',
  summary: 'One picture of a radiograph as its stored values, for the viewer; each look is logged.',
  who: readers,
  reads: 'sensitive',
  input: RadiographFrame,
  async run(cx, input) {
    const row = await seePicture(cx, input.picture)
    cx.allow(row)
    const { readDicom } = await import('#formats/dicom/dicom.ts')
    const read = readDicom(await cx.ground.files.read(row.file), row.file_name)
    if (!read.ok) throw new Refusal('conflict', read.code, { values: read.values })
    const { frameOf } = await import('#formats/dicom/frame.ts')
    const made = await frameOf(read.file, input.frame)
    if (!made.ok)
      throw new Refusal('conflict', made.told.code, {
        values: made.told.values ?? {},
        next: 'death.next-take-file',
      })
    return {
      name: `${row.no}-${input.frame + 1}.frame`,
      mediaType: 'application/octet-stream',
      bytes: Buffer.from(packFrame(made.frame)),
    }
  },
})
