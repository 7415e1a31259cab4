/** Takes a laboratory's definition: what is new or different becomes a new version, what is the same is left alone. */
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { mustBeTwo } from '../alone.ts'
import { Applied, Laboratory } from '../contract.ts'
import { briefly, changesOf, entriesOf } from '../applying.ts'
import { idOfWord } from '../word-id.ts'

export const applyLaboratory = command({
  name: 'catalogue.apply-laboratory',
  summary: 'Takes a laboratory’s definition; applying the same one again changes nothing.',
  who: ['administrator'],
  input: Laboratory,
  output: Applied,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    const subject = ref('catalogue.laboratory', idOfWord('laboratory'))
    await cx.lock([subject])
    const changes = await changesOf(cx, input)
    await mustBeTwo(cx, changes.differences)

    const entries = entriesOf(cx, changes)
    await cx.record(
      {
        subject,
        facts: { laboratory: input.name, added: changes.added, changed: changes.changed, same: changes.same },
      },
      ...entries,
    )
    return {
      id: idOfWord('laboratory'),
      added: changes.added,
      changed: changes.changed,
      same: changes.same,
      differences: changes.differences.slice(0, 500).map(briefly),
    }
  },
})
