/** A person rejects what a library search proposed, and says why. */
import { codeOf } from '#modules/catalogue/public.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, RecordElimination } from '../contract.ts'
import { mayWrite } from '../rules.ts'
import { getRun, getSearch } from '../store.ts'

export const recordElimination = command({
  name: 'results.record-elimination',
  summary: 'A person rejects what a library search proposed, and says why.',
  who: ['analyst', 'section-head'],
  input: RecordElimination,
  output: Done,
  async run(cx, input) {
    const search = await getSearch(cx, input.search)
    const before = await getRun(cx, search.run)
    const subject = ref('results.worksheet', before.worksheet)
    await cx.lock([subject])
    const run = await getRun(cx, search.run)
    cx.allow(run)
    refuseUnless(mayWrite(run, cx.actor.id))
    const hit = search.hits[input.hit]
    refuseUnless(unless(hit !== undefined, no('results.no-such-hit')))
    await codeOf(cx, 'drug', input.substance)
    refuseUnless(unless(input.words !== undefined, no('reason-required')))

    const id = cx.newId()
    await cx.record({
      subject,
      root: run.root,
      facts: { search: search.id, hit: input.hit, substance: input.substance, outcome: 'eliminated' },
      rows: {
        'results.confirmation': [
          {
            id,
            search: search.id,
            hit: input.hit,
            substance: input.substance,
            outcome: 'eliminated',
            words: input.words ?? null,
          },
        ],
      },
    })
    return { id }
  },
})
