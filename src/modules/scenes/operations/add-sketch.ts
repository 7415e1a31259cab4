/** Keeps a sketch with its scale and symbols, as data and as it was drawn; a later version stands beside the earlier. */
import { Refusal } from '#kernel/verdict.ts'
import type { Json } from '#kernel/canonical.ts'
import { command } from '#platform/define.ts'
import { AddSketch, SketchAdded } from '../contract.ts'
import { attending } from '../roles.ts'
import { drawingSvg } from '../rules.ts'
import { sketchHead } from '../store/written.ts'
import { ofScene, openToWrite, write } from '../writing.ts'

export const addSketch = command({
  name: 'scenes.add-sketch',
  summary: 'Keeps a sketch with its scale and symbols, or a later version of one.',
  who: attending,
  input: AddSketch,
  output: SketchAdded,
  async run(cx, input) {
    const a = await openToWrite(cx, input.attendance)
    const before = input.sketch ? await sketchHead(cx, input.sketch) : undefined
    if (input.sketch && before?.attendance !== a.id)
      throw new Refusal('conflict', 'scenes.no-such-entry', { next: 'scenes.next-look-again' })
    const id = input.id ?? cx.newId()
    const sketch = input.sketch ?? id
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
