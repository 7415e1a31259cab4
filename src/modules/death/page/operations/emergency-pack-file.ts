/** The pack itself, to be printed and kept where no machine runs; opened by whoever may see every death in it. */
import { stream } from '#platform/define.ts'
import { packers } from '../../roles.ts'
import { OfPack } from '../contract.ts'
import { seePack } from '../store/packs.ts'

export const emergencyPackFile = stream({
  name: 'death.emergency-pack-file',
  summary: 'The pack for when the power is gone, as a PDF with its data inside.',
  who: packers,
  reads: 'sensitive',
  input: OfPack,
  async run(cx, input) {
    const row = await seePack(cx, input.pack)
    cx.allow(row)
    return { name: `emergency-pack-${row.at.slice(0, 10)}.pdf`, mediaType: 'application/pdf', file: row.file }
  },
})
