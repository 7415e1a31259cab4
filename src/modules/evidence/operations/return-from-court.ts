/** Things come back from court into the person's own hands. */
import { command } from '#platform/define.ts'
import { decideRows, withContents } from '../batch.ts'
import { Moved, ReturnFromCourt } from '../contract.ts'
import { move } from '../moving.ts'
import { holders } from '../roles.ts'
import { isKeeper } from '../acting.ts'
import { mayReturnFromCourt } from '../rules.ts'
import { ownHand } from '../store/hands.ts'
import { seeWithContents } from '../store/items.ts'

export const returnFromCourt = command({
  name: 'evidence.return-from-court',
  summary: 'Things come back from court into the person’s own hands.',
  who: holders,
  input: ReturnFromCourt,
  output: Moved,
  async run(cx, input) {
    const all = await seeWithContents(cx, input.things)
    const { good, refused } = decideRows(cx, all.slice(0, new Set(input.things).size), input.partly, (item) =>
      mayReturnFromCourt(item, cx.actor.id, isKeeper(cx)),
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
