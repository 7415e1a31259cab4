/** A sketch as SVG, as it was drawn. */
import { notFound } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { SketchFile } from '../contract.ts'
import { readers } from '../roles.ts'
import { sketchDrawn } from '../store/written.ts'

export const sketchFile = stream({
  name: 'scenes.sketch-file',
  summary: 'A sketch as SVG, as it was drawn.',
  who: readers,
  input: SketchFile,
  async run(cx, input) {
    const row = await sketchDrawn(cx, input.sketch, input.seq)
    if (!row) throw notFound()
    cx.allow(row)
    return { name: `${row.name}.svg`, mediaType: 'image/svg+xml', bytes: Buffer.from(row.svg, 'utf8') }
  },
})
