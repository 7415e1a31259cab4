/** Says that examination used up a part or the whole of an opened thing. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ConsumeItem, Done } from '../contract.ts'
import { move } from '../change-of-hands.ts'
import { handlers } from '../../roles.ts'
import { usedUpVerdict } from '../consumption.ts'
import { isEmptied, mayTake, noBody, usesUp } from '../rules.ts'
import { openItemForWork } from '../steps.ts'
import { holdsSomething, itemRef } from '../store/items.ts'
import { weightOf } from '../store/measures.ts'

export const consumeItem = command({
  name: 'evidence.consume-item',
  summary: 'Says that examination used up a part or the whole of an opened thing.',
  who: handlers,
  input: ConsumeItem,
  output: Done,
  async run(cx, input) {
    const item = await openItemForWork(cx, input.item, { open: true })
    refuseUnless(noBody(item))
    const { left, tolerance } = await weightOf(cx, item.id)
    const amount = input.amount && input.unit ? { value: input.amount, unit: input.unit } : null
    refuseUnless(unless(input.whole || amount !== null, no('evidence.consume-how-much')))
    refuseUnless(mayTake(item, amount, left, tolerance))
    if (input.whole) refuseUnless(isEmptied(item, await holdsSomething(cx, item.id)))
    if (usesUp(input.whole, amount, left, tolerance)) refuseUnless(await usedUpVerdict(cx, item))
    const id = cx.newId()
    const row = {
      id,
      thing: item.id,
      root: item.root,
      amount: amount?.value ?? (input.whole && left && left.value !== '0' ? left.value : null),
      unit: amount?.unit ?? left?.unit ?? null,
      whole: input.whole,
      why: input.why,
    }
    const also = { rows: { 'evidence.consumption': [row] }, facts: { whole: input.whole, amount } }
    if (input.whole)
      await move(
        cx,
        [item],
        { kind: 'consumed', state: 'consumed', to: null, gaveBy: cx.actor.id, purpose: input.why },
        () => also,
      )
    else await cx.record({ subject: itemRef(item.id), root: item.root, ...also })
    return { id }
  },
})
