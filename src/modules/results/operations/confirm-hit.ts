/** A person confirms what a library search proposed; only then may it count. */
import { codeOf } from '#modules/catalogue/public.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ConfirmHit, Done } from '../contract.ts'
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
    const hit = search.hits[input.hit]
    refuseUnless(unless(hit !== undefined, no('results.no-such-hit')))
    await codeOf(cx, 'drug', input.substance)
    // Where the spectrum cannot tell two compounds apart, a person cannot either: other conditions are needed (S-B9).
    refuseUnless(
      unless(
        search.status !== 'insufficient' && search.status !== 'ambiguous' && search.status !== 'no-match',
        no(
          'results.cannot-be-told-apart',
          { why: cx.say(search.code, search.code_values) },
          'results.next-other-conditions',
        ),
      ),
    )
    const unexplained = hit?.unmatched.length ?? 0
    refuseUnless(
      unless(
        unexplained === 0 || input.words !== undefined,
        no(
          'results.unexplained-ions',
          {
            ions: (hit?.unmatched ?? [])
              .slice(0, 6)
              .map((m) => String(Math.round(m * 10) / 10))
              .join(', '),
          },
          'results.next-remark',
        ),
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
