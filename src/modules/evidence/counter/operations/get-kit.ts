/** One kit: what it holds, where it went, what it became. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { GetKit, KitSeen } from '../contract.ts'
import { kitLine } from '../kits.ts'
import { holders } from '../../roles.ts'
import { mayReturnKit, mayUseKit } from '../rules.ts'
import { kitHistory, kitThing, seeKit } from '../store/kits.ts'

export const getKit = query({
  name: 'evidence.get-kit',
  summary: 'One kit: what it holds, where it went, what it became.',
  who: holders,
  input: GetKit,
  output: KitSeen,
  async run(cx, input) {
    const kit = await seeKit(cx, { id: input.kit })
    cx.allow(kit)
    const today = dayOfInstant(cx.now)
    return {
      ...kitLine(cx, kit, today),
      lot: kit.lot,
      contents: kit.contents.map((c) => ({
        code: c.code,
        name: c[cx.language],
        count: c.count,
        itemType: c.itemType ?? null,
      })),
      thing: (await kitThing(cx, kit.id)) ?? null,
      history: await kitHistory(cx, kit.id),
      actions: actionsOf(cx, kit, {
        // With a reason it may be used past its day: the form asks for one.
        'evidence.use-kit': mayUseKit(kit, today, 'asked'),
        'evidence.return-kit': mayReturnKit(kit, null, today),
      }),
    }
  },
})
