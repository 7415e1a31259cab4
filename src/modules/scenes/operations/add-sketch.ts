/** Keeps a sketch with its scale and symbols, as data and as it was drawn; a later version stands beside the earlier. */
import { Refusal } from '#kernel/verdict.ts'
import type { Json } from '#kernel/canonical.ts'
import { command } from '#platform/define.ts'
import { AddSketch, SketchAdded } from '../contract.ts'
import { attending } from '../roles.ts'
import { drawingSvg } from '../rules.ts'
import { sketchHead, sketchVersion } from '../store/written.ts'
import { ofScene, openToWrite, write } from '../writing.ts'

export const addSketch = command({
  name: 'scenes.add-sketch',
  summary: 'Keeps a sketch with its scale and symbols, or a later version of one.',
  who: attending,
  input: AddSketch,
  output: SketchAdded,
  async run(cx, input) {
    const a = await openToWrite(cx, input.attendance)
    const drawnOver = input.over ? await sketchVersion(cx, input.over) : undefined
    const of = drawnOver?.sketch ?? input.sketch
    const head = of ? await sketchHead(cx, of) : undefined
    if ((input.sketch ?? input.over) && head?.attendance !== a.id)
      throw new Refusal('conflict', 'scenes.no-such-entry', { next: 'scenes.next-look-again' })
    // Two who drew over the same version: neither wipes out the other, both stand in the record.
    const before = drawnOver && drawnOver.seq !== head?.seq ? undefined : head
    const id = input.id ?? cx.newId()
    const sketch = (before && of) ?? id
    const seq = (before?.seq ?? 0) + 1
    await write(
      cx,
      a,
      'scenes.sketch',
      {
        id,
        ...ofScene(cx, a),
        sketch,
        seq,
        title: input.title,
        drawing: input.drawing as unknown as Json,
        svg: drawingSvg(input.drawing, {
          scale: cx.say('scenes.sketch-bar', { length: '{length}' }),
          notToScale: cx.say('scenes.sketch-not-to-scale'),
        }),
      },
      { sketch, seq },
    )
    return { id, sketch, seq }
  },
})
