/** Things come back from court into the person's own hands. */
import { allOf } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { decideRows, withContents } from '../../things/batch.ts'
import { Moved } from '../../things/contract.ts'
import { ReturnFromCourt } from '../contract.ts'
import { move } from '../../things/change-of-hands.ts'
import { holders } from '../../roles.ts'
import { isKeeper } from '../../things/near.ts'
import { mayReturnFromCourt } from '../rules.ts'
import { movesAlone } from '../../things/rules.ts'
import { ownHand } from '../../things/store/hands.ts'
import { seeWithContents } from '../../things/store/items.ts'

export const returnFromCourt = command({
  name: 'evidence.return-from-court',
  summary: 'Things come back from court into the person’s own hands.',
  who: holders,
  input: ReturnFromCourt,
  output: Moved,
  async run(cx, input) {
    const all = await seeWithContents(cx, input.things)
    const together = new Set(input.things)
    const { good, refused } = decideRows(cx, all.slice(0, together.size), input.partly, (item) =>
      allOf(mayReturnFromCourt(item, cx.actor.id, isKeeper(cx)), movesAlone(item, together)),
    )
    const { me } = await ownHand(cx)
    await move(cx, withContents(all, good), {
      kind: 'from-court',
      state: 'held',
      to: me,
      tookBy: cx.actor.id,
      words: input.words ?? null,
    })
    return { things: good.length, refused }
  },
})
