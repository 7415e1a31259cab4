/** Points something out on a photograph: drawn over it, never into it. */
import { command } from '#platform/define.ts'
import { AnnotatePhotograph, Done } from '../contract.ts'
import { attending } from '../roles.ts'
import { seePhotograph } from '../store/pictures.ts'
import { openToWrite, write } from '../writing.ts'

export const annotatePhotograph = command({
  name: 'scenes.annotate-photograph',
  summary: 'Points something out on a photograph; drawn over it, never into it.',
  who: attending,
  input: AnnotatePhotograph,
  output: Done,
  async run(cx, input) {
    const photograph = await seePhotograph(cx, input.photograph)
    const a = await openToWrite(cx, photograph.attendance)
    return write(
      cx,
      a,
      'scenes.annotation',
      {
        id: input.id ?? cx.newId(),
        root: a.root,
        photograph: photograph.id,
        shapes: input.shapes,
        words: input.words ?? null,
        by_name: cx.actor.name,
        at: cx.occurredAt,
      },
      { photograph: photograph.id },
    )
  },
})
