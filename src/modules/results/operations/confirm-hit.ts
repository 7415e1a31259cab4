/** A person confirms what a library search proposed; only then may it count. */
import { codeOf } from '#modules/catalogue/public.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ConfirmHit, Done } from '../contract.ts'
import { casOf, mayConfirm } from '../confirming.ts'
import { mayWrite } from '../rules.ts'
import { getRun, getSearch } from '../store.ts'

export const confirmHit = command({
  name: 'results.confirm-hit',
  summary: 'A person confirms what a library search proposed; only then may it count.',
  who: ['analyst', 'section-head'],
  input: ConfirmHit,
  output: Done,
  async run(cx, input) {
    const search = await getSearch(cx, input.search)
    const before = await getRun(cx, search.run)
    const subject = ref('results.worksheet', before.worksheet)
    await cx.lock([subject])
    const run = await getRun(cx, search.run)
    cx.allow(run)
    refuseUnless(mayWrite(run, cx.actor.id))
    const drug = await codeOf(cx, 'drug', input.substance)
    refuseUnless(
      mayConfirm(
        search,
        input.hit,
        { en: drug.en, es: drug.es, cas: casOf(drug.data) },
        input.words,
        cx.say(search.code, search.code_values),
      ),
    )

    const id = cx.newId()
    await cx.record({
      subject,
      root: run.root,
      facts: { search: search.id, hit: input.hit, substance: input.substance, outcome: 'confirmed' },
      rows: {
        'results.confirmation': [
          {
            id,
            search: search.id,
            hit: input.hit,
            substance: input.substance,
            outcome: 'confirmed',
            words: input.words ?? null,
          },
        ],
      },
    })
    return { id }
  },
})
