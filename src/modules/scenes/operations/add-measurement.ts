/** Writes what was measured between what and what, with its unit and how. */
import { command } from '#platform/define.ts'
import { AddMeasurement, Done } from '../contract.ts'
import { attending } from '../roles.ts'
import { markHere, ofScene, openToWrite, write } from '../writing.ts'

export const addMeasurement = command({
  name: 'scenes.add-measurement',
  summary: 'Writes what was measured between what and what, with its unit and how.',
  who: attending,
  input: AddMeasurement,
  output: Done,
  async run(cx, input) {
    const a = await openToWrite(cx, input.attendance)
    await markHere(cx, a, input.mark)
    return write(cx, a, 'scenes.measurement', {
      id: input.id ?? cx.newId(),
      ...ofScene(cx, a),
      from_words: input.from,
      to_words: input.to,
      value: input.value,
      unit: input.unit,
      method: input.method ?? null,
      mark: input.mark ?? null,
      words: input.words ?? null,
    })
  },
})
