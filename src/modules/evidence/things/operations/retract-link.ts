/** Takes a link between two things back, with the reason; it stays on the record. */
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, RetractLink } from '../contract.ts'
import { handlers } from '../../roles.ts'
import { itemRef, seeItem } from '../store/items.ts'
import { linkById } from '../store/taking.ts'

export const retractLink = command({
  name: 'evidence.retract-link',
  summary: 'Takes a link between two things back, with the reason; it stays on the record.',
  who: handlers,
  input: RetractLink,
  output: Done,
  async run(cx, input) {
    const link = await linkById(cx, input.link)
    if (!link) throw notFound()
    const item = await seeItem(cx, link.thing, { lock: true })
    cx.allow(item)
    const other = await seeItem(cx, link.other)
    cx.allow(other)
    refuseUnless(unless(!link.ended, no('evidence.link-retracted')))
    await cx.record({
      subject: itemRef(item.id),
      root: item.root,
      facts: { link: link.id },
      rows: {
        'evidence.link_end': [
          {
            id: cx.newId(),
            link: link.id,
            root: item.root,
            why: input.why,
            at: cx.occurredAt,
            by_name: cx.actor.name,
          },
        ],
      },
    })
    return { id: link.id }
  },
})
