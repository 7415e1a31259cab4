/** Takes back an item that was entered by mistake and never worked on; its number is not used again. */
import { noteProgress } from '#modules/cases/public.ts'
import { notFound, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, OfItem } from '../contract.ts'
import { move } from '../change-of-hands.ts'
import { keepers } from '../../roles.ts'
import { mayVoid, noBody } from '../rules.ts'
import { itemRef, seeWithContents } from '../store/items.ts'
import { wasWorkedOn } from '../store/offers.ts'

export const voidItem = command({
  name: 'evidence.void-item',
  summary:
    'Takes back an item that was entered by mistake and never worked on; its number is not used again.',
  who: keepers,
  reason: 'required',
  input: OfItem,
  output: Done,
  async run(cx, input) {
    const [item, ...contents] = await seeWithContents(cx, [input.item])
    if (!item) throw notFound()
    cx.allow(item)
    refuseUnless(noBody(item))
    refuseUnless(mayVoid(item, cx.actor.id, await wasWorkedOn(cx, item.id), contents.length > 0))
    await move(cx, [item], { kind: 'void', state: 'void', to: null, gaveBy: cx.actor.id, words: cx.reason })
    await noteProgress(cx, item.root, {
      subject: itemRef(item.id),
      kind: 'item',
      state: 'done',
      text: 'evidence.progress-void',
      values: { number: item.number },
    })
    return { id: item.id }
  },
})
