/** Proposes a change to the laboratory's rules; nothing holds before another person has approved it. */
import type { Json } from '#kernel/canonical.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { baseOf, changeRef, mustBeNew, wholeContent, workOf } from '../changing.ts'
import { Created, ProposeChange } from '../contract.ts'
import { dayOf } from '../rules.ts'
import { mayWaitUntil } from '../rules/change.ts'
import { sameWaiting } from '../store/changes.ts'

export const proposeChange = command({
  name: 'catalogue.propose-change',
  summary: 'Proposes a change to the laboratory’s rules; nothing holds before another person approves it.',
  who: ['administrator', 'quality-manager', 'section-head', 'director'],
  input: ProposeChange,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    const content = await wholeContent(cx, input.content)
    const work = await workOf(cx, content)
    mustBeNew(work)
    const touches = [
      ...work.differences.map((d) => `${d.what} ${d.key}`),
      ...work.parts.flatMap((p) => p.differences.map((d) => `${p.part} ${d.key}`)),
    ]
    refuseUnless(unless(touches.length > 0, no('catalogue.nothing-differs')))
    refuseUnless(mayWaitUntil(work.parts.length > 0, input.from, dayOf(cx.now)))
    const same = await sameWaiting(cx.tx, content as unknown as Json)
    refuseUnless(
      unless(
        same === undefined,
        no(
          'catalogue.already-proposed',
          { by: same?.by_name ?? '', change: same?.id ?? '' },
          'catalogue.next-another',
        ),
      ),
    )

    const id = input.id ?? cx.newId()
    await cx.record({
      subject: changeRef(id),
      facts: { touches: touches.slice(0, 500), count: touches.length },
      rows: {
        'catalogue.change': [
          {
            id,
            why: input.why,
            content: content as unknown as Json,
            base: baseOf(work),
            from_on: input.from,
          },
        ],
      },
    })
    return { id }
  },
})
