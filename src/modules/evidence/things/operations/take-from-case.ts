/** Says that a thing is evidence in that other case no more; that it was stays on the record. */
import { seeCase } from '#modules/cases/public.ts'
import { Refusal } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, TakeFromCase } from '../contract.ts'
import { handlers } from '../../roles.ts'
import { itemRef, seeItem } from '../store/items.ts'
import { alsoNow } from '../store/other-cases.ts'

export const takeFromCase = command({
  name: 'evidence.take-from-case',
  summary: 'Says that a thing is evidence in that other case no more; that it was stays on the record.',
  who: handlers,
  input: TakeFromCase,
  output: Done,
  async run(cx, input) {
    const item = await seeItem(cx, input.item, { lock: true })
    cx.allow(item)
    const other = await seeCase(cx, input.case)
    cx.allow(other)
    const also = await alsoNow(cx, item.id, other.id)
    if (!also)
      throw new Refusal('conflict', 'evidence.not-also', {
        values: { number: item.number, case: other.number },
      })
    const id = cx.newId()
    const row = {
      id,
      also: also.id,
      root: item.root,
      why: input.why,
      at: cx.occurredAt,
      by_name: cx.actor.name,
    }
    await cx.record({
      subject: itemRef(item.id),
      root: item.root,
      facts: { ended: other.id },
      rows: { 'evidence.also_of_end': [row] },
    })
    return { id }
  },
})
