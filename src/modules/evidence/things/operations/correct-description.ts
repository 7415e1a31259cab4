/** Says better what a thing is; what was written before stays and is shown beside it. */
import { addHandles, dropHandles } from '#modules/cases/public.ts'
import { codeOf } from '#modules/catalogue/public.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { CorrectDescription, Done } from '../contract.ts'
import { handlers } from '../../roles.ts'
import { stillHere } from '../rules.ts'
import { itemRef, seeItem } from '../store/items.ts'
import { refreshThings } from '../store/now.ts'
import { newestDescription } from '../store/offers.ts'

export const correctDescription = command({
  name: 'evidence.correct-description',
  summary: 'Says better what a thing is; what was written before stays and is shown beside it.',
  who: handlers,
  reason: 'required',
  input: CorrectDescription,
  output: Done,
  async run(cx, input) {
    const item = await seeItem(cx, input.item, { lock: true })
    cx.allow(item)
    refuseUnless(stillHere(item))
    if (input.type) await codeOf(cx, 'item-type', input.type)
    const last = await newestDescription(cx, item.id)
    const id = cx.newId()
    await cx.record({
      subject: itemRef(item.id),
      root: item.root,
      facts: { corrects: last.id },
      rows: {
        'evidence.description': [
          {
            id,
            thing: item.id,
            root: item.root,
            seq: last.seq + 1,
            corrects: last.id,
            type: input.type ?? item.type,
            words: input.description,
            quantity: last.quantity,
            unit: last.unit,
            count: input.count ?? last.count,
          },
        ],
      },
    })
    await refreshThings(cx, [item.id])
    await dropHandles(cx, itemRef(item.id), 'text')
    await addHandles(cx, [
      {
        text: input.description,
        kind: 'text',
        subject: itemRef(item.id),
        root: item.root,
        label: item.number,
      },
    ])
    return { id }
  },
})
