/** Opens a seal on the record: which one, in what condition it was found, and why. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { BreakSeal, Done } from '../contract.ts'
import { mustBeAware } from '../hazards.ts'
import { photographRow } from '../birth.ts'
import { handlers } from '../../roles.ts'
import { mayBreak } from '../rules.ts'
import { itemRef, seeItem } from '../store/items.ts'
import { refreshThings } from '../store/now.ts'
import { breakRow } from '../store/seals.ts'

export const breakSeal = command({
  name: 'evidence.break-seal',
  summary: 'Opens a seal on the record: which one, in what condition it was found, and why.',
  who: handlers,
  input: BreakSeal,
  output: Done,
  async run(cx, input) {
    const item = await seeItem(cx, input.item, { lock: true })
    cx.allow(item)
    refuseUnless(mayBreak(item, cx.actor.id, input.number))
    await mustBeAware(cx, item, input.aware)
    const rows = await breakRow(cx, item, input.number, input.condition, input.why)
    await cx.record({
      subject: itemRef(item.id),
      root: item.root,
      facts: { seal: input.number, condition: input.condition, aware: input.aware },
      rows: {
        'evidence.seal_event': rows,
        ...(input.photograph
          ? { 'evidence.photograph': [await photographRow(cx, item.id, item.root, input.photograph)] }
          : {}),
      },
    })
    await refreshThings(cx, [item.id])
    return { id: String(rows[0]?.id) }
  },
})
