/** Keeps a view of a list by name, on every device; for the person alone, for their office, or for the whole service. */
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { KeepView, ViewName } from '../contract/views.ts'
import { MOST_VIEWS, keepOne } from '../store/views.ts'

export const keepView = command({
  name: 'identity.keep-view',
  summary:
    'Keeps a view of a list by name, for the person alone or for others; the same name again replaces it.',
  who: 'signed-in',
  input: KeepView,
  output: ViewName,
  async run(cx, input) {
    cx.allow(null)
    const subject = ref('identity.person', cx.actor.id)
    await cx.lock([subject])
    // An office is shared with by whoever belongs to one.
    refuseUnless(
      unless(
        input.shared !== 'office' || cx.actor.unit !== null,
        no('identity.no-office', {}, 'identity.next-share-service'),
      ),
    )
    const there = await keepOne(cx, input)
    refuseUnless(
      unless(
        there <= MOST_VIEWS,
        no('identity.too-many-views', { most: MOST_VIEWS }, 'identity.next-forget-view'),
      ),
    )
    await cx.record({
      subject,
      facts: { list: input.list, ...(input.shared ? { shared: input.shared } : {}) },
    })
    return { name: input.name }
  },
})
