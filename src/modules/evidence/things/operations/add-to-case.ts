/** Says that a thing of one case is evidence in another too; the case that it came in with stays its first. */
import { seeCase } from '#modules/cases/public.ts'
import { allOf, no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AddToCase, Done } from '../contract.ts'
import { handlers } from '../../roles.ts'
import { stillHere } from '../rules.ts'
import { itemRef, seeItem } from '../store/items.ts'
import { alsoNow } from '../store/other-cases.ts'

export const addToCase = command({
  name: 'evidence.add-to-case',
  summary:
    'Says that a thing of one case is evidence in another too; the case that it came in with stays its first.',
  who: handlers,
  input: AddToCase,
  output: Done,
  async run(cx, input) {
    const item = await seeItem(cx, input.item, { lock: true })
    cx.allow(item)
    const other = await seeCase(cx, input.case)
    cx.allow(other)
    const values = { number: item.number, case: other.number }
    refuseUnless(
      allOf(
        stillHere(item),
        unless(other.id !== item.root, no('evidence.of-that-case', values)),
        unless(
          other.state === 'open',
          no('evidence.case-closed', { number: other.number }, 'evidence.next-reopen-case'),
        ),
        unless((await alsoNow(cx, item.id, other.id)) === undefined, no('evidence.also-already', values)),
      ),
    )
    const id = input.id ?? cx.newId()
    const row = {
      id,
      thing: item.id,
      root: item.root,
      other_root: other.id,
      why: input.why,
      at: cx.occurredAt,
      by_name: cx.actor.name,
    }
    await cx.record({
      subject: itemRef(item.id),
      root: item.root,
      facts: { also: other.id },
      rows: { 'evidence.also_of': [row] },
    })
    return { id }
  },
})
