/** Where the originals of a scene's photographs are, and how they come back. */
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { PhotographsAre, PhotographsKept } from '../contract.ts'
import { closedBefore } from '../cooling.ts'
import { readers } from '../../roles.ts'
import { isAway, mayAskBack, mayBringBack, mayCool } from '../rules.ts'
import { seeCold } from '../store/cold.ts'

export const photographsKept = query({
  name: 'archive.photographs-kept',
  summary: "Says where the originals of a scene's photographs are, and how they come back.",
  who: readers,
  input: PhotographsKept,
  output: PhotographsAre,
  async run(cx, input) {
    const b = await seeCold(cx, { kind: 'attendance', id: input.attendance })
    cx.allow(b)
    return {
      state: b.cold,
      at: isAway(b.cold)
        ? {
            label: b.label ?? '',
            whereabouts: b.whereabouts ?? '',
            keeper: b.keeper ?? '',
            state: b.cold,
          }
        : null,
      actions: actionsOf(cx, b, {
        'archive.move-to-cold': mayCool(b, await closedBefore(cx)),
        'archive.ask-back': mayAskBack(b),
        'archive.bring-back': mayBringBack(b),
      }),
    }
  },
})
