/** Puts a numbered seal on a thing that the person holds. */
import { addHandles } from '#modules/cases/public.ts'
import { codeOf } from '#modules/catalogue/public.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, SealItem } from '../contract.ts'
import { handlers } from '../../roles.ts'
import { maySeal } from '../rules.ts'
import { itemRef, seeItem } from '../store/items.ts'
import { refreshThings } from '../store/now.ts'
import { witnessOf } from '../witness.ts'

export const sealItem = command({
  name: 'evidence.seal-item',
  summary: 'Puts a numbered seal on a thing that the person holds.',
  who: handlers,
  input: SealItem,
  output: Done,
  async run(cx, input) {
    const item = await seeItem(cx, input.item, { lock: true })
    cx.allow(item)
    refuseUnless(maySeal(item, cx.actor.id, input.number))
    if (input.type) await codeOf(cx, 'seal-type', input.type)
    const witness = await witnessOf(cx, [], input.witness)
    const id = input.id ?? cx.newId()
    await cx.record({
      subject: itemRef(item.id),
      root: item.root,
      facts: { seal: input.number },
      rows: {
        'evidence.seal': [
          {
            id,
            thing: item.id,
            root: item.root,
            number: input.number,
            type: input.type ?? null,
            found: false,
            applied_by: cx.actor.id,
            applied_by_name: cx.actor.name,
            applied_at: cx.occurredAt,
            witness: witness?.id ?? null,
            witness_name: witness?.name ?? null,
          },
        ],
        'evidence.seal_event': [
          {
            id: cx.newId(),
            seal: id,
            thing: item.id,
            root: item.root,
            seq: 1,
            kind: 'applied',
            at: cx.occurredAt,
            by_name: cx.actor.name,
            words: null,
          },
        ],
      },
    })
    await refreshThings(cx, [item.id])
    await addHandles(cx, [
      { text: input.number, kind: 'seal', subject: itemRef(item.id), root: item.root, label: item.number },
    ])
    return { id }
  },
})
