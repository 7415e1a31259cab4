/** What a court kept under its mark comes back: with the note that releases it, and the seals as they are seen. */
import { notFound, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Moved, ReceiveFromCourt } from '../../things/contract.ts'
import { move } from '../../things/change-of-hands.ts'
import { keepers } from '../../roles.ts'
import { mayReceiveFromCourt } from '../rules.ts'
import { ownHand } from '../../things/store/hands.ts'
import { seeWithContents } from '../../things/store/items.ts'
import { refreshThings } from '../../things/store/now.ts'
import { seenRows } from '../../things/store/seals.ts'

export const receiveFromCourt = command({
  name: 'evidence.receive-from-court',
  summary:
    'What a court kept under its mark comes back: with the note that releases it, and the seals as they are seen.',
  who: keepers,
  input: ReceiveFromCourt,
  output: Moved,
  async run(cx, input) {
    const all = await seeWithContents(cx, [input.item])
    const [item] = all
    if (!item) throw notFound()
    cx.allow(item)
    refuseUnless(mayReceiveFromCourt(item))
    const { me } = await ownHand(cx)
    const seen = await seenRows(
      cx,
      (input.sealsSeen ?? []).map((s) => ({ ...s, thing: item.id })),
    )
    await move(
      cx,
      all,
      {
        kind: 'from-court',
        state: 'held',
        to: me,
        tookBy: cx.actor.id,
        purpose: input.release,
        words: input.words ?? null,
      },
      (thing) => {
        const rows = seen.get(thing.id)
        return rows ? { rows: { 'evidence.seal_event': rows } } : {}
      },
    )
    if (seen.size > 0) await refreshThings(cx, [...seen.keys()])
    return { things: all.length, refused: [] }
  },
})
