/** Writes down what the balance said; a weight beyond tolerance is kept, shown as a contradiction and waits for an explanation. */
import { relyOn } from '#modules/quality/public.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { WeighItem, Weighed } from '../contract.ts'
import { handlers } from '../../roles.ts'
import { openItemForWork, weighStep } from '../steps.ts'
import { checkCoSigner } from '../store/hands.ts'
import { itemRef } from '../store/items.ts'

export const weighItem = command({
  name: 'evidence.weigh-item',
  summary:
    'Writes down what the balance said; a weight beyond tolerance is kept and waits for an explanation.',
  who: handlers,
  input: WeighItem,
  output: Weighed,
  async run(cx, input) {
    const item = await openItemForWork(cx, input.item)
    if (input.witness) await checkCoSigner(cx, input.witness)
    // A balance that is out of calibration must not weigh (ISO/IEC 17025:2017, 6.4.4).
    if (input.equipment)
      refuseUnless(
        await relyOn(cx, itemRef(item.id), item.root, [
          { kind: 'equipment', id: input.equipment, for: 'weighing' },
        ]),
      )
    const { net, gross, tare, unit, tolerance, equipment, words, id } = input
    const done = await weighStep(cx, {
      id,
      item,
      net,
      gross,
      tare,
      unit,
      tolerance,
      equipment,
      words,
      witness: input.witness?.person,
    })
    return {
      id: done.id,
      net: done.net,
      expected: done.expected?.value ?? null,
      finding:
        done.finding === 'grew' || done.finding === 'lost'
          ? cx.say(`evidence.finding-${done.finding}`, {
              number: item.number,
              expected: `${done.expected?.value ?? ''} ${done.expected?.unit ?? ''}`,
              found: `${done.net.value} ${done.net.unit}`,
            })
          : null,
    }
  },
})
