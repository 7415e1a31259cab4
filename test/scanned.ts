/** A sheet of our own making, printed by the house and then scanned badly: turned, leaning, with dust. Its text is known to the letter. */
import sharp from 'sharp'
import { type Paper, paperPdf } from '#platform/documents/papers.ts'
import { openPages } from '#formats/pages/open-pages.ts'
import type { Page } from '#formats/pages/page.ts'

export const SHEET = [
  'Case number FL-1997-0412 was opened on 12 March 1997 by Sergeant Maria Lopez of the station.',
  'The officer handed over one plastic bag that held 26.4 g of green plant material, sealed and signed.',
  'A second bag held two cartridge cases found beside the road at about seven in the evening.',
  'The plant material was identified as cannabis and the cartridge cases were returned to the police.',
]
const DPI = 200

/** One page, open. `turn` and `lean` are what the scanner did to it, clockwise. */
export async function scanned({ turn = 0, lean = 0 }: { turn?: number; lean?: number } = {}): Promise<Page> {
  const paper: Paper = {
    lang: 'en',
    title: 'Note',
    number: 'N-1',
    letterhead: { service: 'Service', address: ['Here'] },
    pageOf: '{page}/{pages}',
    sections: [{ title: 'Text', blocks: [{ kind: 'paragraphs', lines: SHEET }] }],
  }
  const printed = await onePage(paperPdf(paper, { at: '2026-03-02T15:04:05Z' }))
  const { data, width, height } = await printed.grey()
  const whole = sharp(data, { raw: { width, height, channels: 1 } }).greyscale()
  const text = await whole.png().toBuffer()
  const upright = await sharp(text)
    .resize(Math.round((width * DPI) / printed.dpi))
    .extract({ left: 0, top: 0, width: Math.round((width * DPI) / printed.dpi), height: 1_000 })
    .png()
    .toBuffer()
  const leaning = await sharp(upright).rotate(lean, { background: '#fff' }).png().toBuffer()
  const bytes = await sharp(leaning)
    .rotate(turn)
    .withMetadata({ density: DPI })
    .jpeg({ quality: 70 })
    .toBuffer()
  return await onePage(bytes)
}

async function onePage(bytes: Uint8Array): Promise<Page> {
  const opened = await openPages(bytes, 'sheet')
  if (!opened.ok) throw new Error(opened.reason)
  const answer = await opened.pages.page(1)
  await opened.pages.close()
  if (!answer.ok) throw new Error(answer.reason)
  return answer.page
}
