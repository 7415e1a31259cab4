/** Proposes a change to the laboratory's rules; nothing holds before another person has approved it. */
import type { Json } from '#kernel/canonical.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { baseOf, changeRef, wholeContent, workOf } from '../changing.ts'
import { Created, ProposeChange } from '../contract.ts'

export const proposeChange = command({
  name: 'catalogue.propose-change',
  summary: 'Proposes a change to the laboratory’s rules; nothing holds before another person approves it.',
  who: ['administrator', 'quality-manager', 'section-head', 'director'],
  input: ProposeChange,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    const content = await wholeContent(cx, input.content, input.from)
    const work = await workOf(cx, content)
    refuseUnless(unless(work.differences.length > 0, no('catalogue.nothing-differs')))

    const id = input.id ?? cx.newId()
    await cx.record({
      subject: changeRef(id),
      facts: { touches: work.differences.map((d) => `${d.what} ${d.key}`) },
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
