/** A kit comes back without having been used: fit to be issued again, damaged, or past its day. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../../things/contract.ts'
import { ReturnKit } from '../contract.ts'
import { kitEvent } from '../kits.ts'
import { keepers } from '../../roles.ts'
import { mayReturnKit } from '../rules.ts'
import { unitName } from '../../things/store/hands.ts'
import { kitRef, seeKit } from '../store/kits.ts'

export const returnKit = command({
  name: 'evidence.return-kit',
  summary: 'A kit comes back without having been used: fit to be issued again, damaged, or past its day.',
  who: keepers,
  input: ReturnKit,
  output: Done,
  async run(cx, input) {
    const kit = await seeKit(cx, { serial: input.serial }, { lock: true })
    cx.allow(kit)
    refuseUnless(mayReturnKit(kit, input.condition, dayOfInstant(cx.now)))
    const unit = cx.actor.unit
    await cx.record({
      subject: kitRef(kit.id),
      root: null,
      facts: { number: kit.number, condition: input.condition },
      rows: {
        'evidence.kit_event': [
          kitEvent(cx, kit.id, kit.seq, {
            kind: 'returned',
            unit,
            unit_name: unit ? await unitName(cx, unit) : null,
            condition: input.condition,
            words: input.words ?? null,
          }),
        ],
      },
    })
    return { id: kit.id }
  },
})
