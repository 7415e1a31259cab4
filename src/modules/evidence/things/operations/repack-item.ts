/** Records that a thing is packed otherwise than at intake; the packaging of intake stays the fact that certificates state. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, RepackItem } from '../contract.ts'
import { checkItemCodes } from '../new-things.ts'
import { handlers } from '../../roles.ts'
import { isOpen, mayHandle } from '../rules.ts'
import { allOf } from '#kernel/verdict.ts'
import { itemRef, seeItem } from '../store/items.ts'
import { nextOrder } from '../store/measures.ts'

export const repackItem = command({
  name: 'evidence.repack-item',
  summary: 'Records that a thing is packed otherwise than at intake, and why.',
  who: handlers,
  reason: 'required',
  input: RepackItem,
  output: Done,
  async run(cx, input) {
    const item = await seeItem(cx, input.item, { lock: true })
    cx.allow(item)
    refuseUnless(allOf(mayHandle(item, cx.actor.id), isOpen(item)))
    await checkItemCodes(cx, [{ description: item.description, packaging: input.packaging }])
    const id = cx.newId()
    const { type, colour, size, condition, words } = input.packaging
    await cx.record({
      subject: itemRef(item.id),
      root: item.root,
      facts: { type, colour: colour ?? null },
      rows: {
        'evidence.packaging': [
          {
            id,
            thing: item.id,
            root: item.root,
            seq: await nextOrder(cx, 'packaging', item.id),
            type,
            colour: colour ?? null,
            size: size ?? null,
            condition: condition ?? null,
            words: words ?? cx.reason,
          },
        ],
      },
    })
    return { id }
  },
})
