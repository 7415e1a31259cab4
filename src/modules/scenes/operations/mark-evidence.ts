/** Sets a numbered marker beside what was found, before anybody touches it. */
import { command } from '#platform/define.ts'
import { Done, MarkEvidence } from '../contract.ts'
import { attending } from '../roles.ts'
import { ofScene, openToWrite, place, write } from '../writing.ts'

export const markEvidence = command({
  name: 'scenes.mark-evidence',
  summary: 'Sets a numbered marker beside what was found, before anybody touches it.',
  who: attending,
  input: MarkEvidence,
  output: Done,
  async run(cx, input) {
    const a = await openToWrite(cx, input.attendance)
    return write(
      cx,
      a,
      'scenes.evidence_mark',
      {
        id: input.id ?? cx.newId(),
        ...ofScene(cx, a),
        label: input.label,
        words: input.words,
        spot: input.spot ?? null,
        ...place(input.position),
      },
      { label: input.label },
    )
  },
})
