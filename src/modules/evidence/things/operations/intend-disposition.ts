/** Says what is meant to become of a thing when its case needs it no more; said again, the newest word holds. */
import { codeOf } from '#modules/catalogue/public.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, IntendDisposition } from '../contract.ts'
import { handlers } from '../../roles.ts'
import { stillHere } from '../rules.ts'
import { itemRef, seeItem } from '../store/items.ts'
import { nextOrder } from '../store/measures.ts'

export const intendDisposition = command({
  name: 'evidence.intend-disposition',
  summary:
    'Says what is meant to become of a thing when its case needs it no more; said again, the newest word holds.',
  who: handlers,
  input: IntendDisposition,
  output: Done,
  async run(cx, input) {
    const item = await seeItem(cx, input.item, { lock: true })
    cx.allow(item)
    refuseUnless(stillHere(item))
    await codeOf(cx, 'intended-disposition', input.as)
    const id = input.id ?? cx.newId()
    const row = {
      id,
      thing: item.id,
      root: item.root,
      seq: await nextOrder(cx, 'intention', item.id),
      disposition: input.as,
      words: input.words ?? null,
      at: cx.occurredAt,
      by_name: cx.actor.name,
    }
    await cx.record({
      subject: itemRef(item.id),
      root: item.root,
      facts: { intended: input.as },
      rows: { 'evidence.intention': [row] },
    })
    return { id }
  },
})
