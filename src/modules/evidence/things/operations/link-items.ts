/** Says what binds two things, how strongly and on what ground; that nothing does is said the same way. */
import { command } from '#platform/define.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { Done, LinkItems } from '../contract.ts'
import { handlers } from '../../roles.ts'
import { linkRow } from '../linking.ts'
import { mayLink } from '../rules.ts'
import { itemRef, seeItems } from '../store/items.ts'
import { areLinked } from '../store/taking.ts'

export const linkItems = command({
  name: 'evidence.link-items',
  summary:
    'Says what binds two things, how strongly and on what ground; that nothing does is said the same way.',
  who: handlers,
  input: LinkItems,
  output: Done,
  async run(cx, input) {
    const [item, other] = await seeItems(cx, [input.item, input.other], { lock: true })
    if (!item || !other) throw new Error('Defect: two were asked for')
    cx.allow(item)
    cx.allow(other)
    refuseUnless(mayLink(item, other, await areLinked(cx, item.id, other.id)))
    const id = input.id ?? cx.newId()
    await cx.record({
      subject: itemRef(item.id),
      root: item.root,
      facts: { other: other.id, strength: input.strength },
      rows: {
        'evidence.link': [linkRow(cx, id, item, other, { strength: input.strength, basis: input.basis })],
      },
    })
    return { id }
  },
})
