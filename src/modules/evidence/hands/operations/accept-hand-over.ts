/** Takes what was offered: from this instant the things are in the new hand, and both parties are named. */
import { command } from '#platform/define.ts'
import { acceptThings, answerable } from '../answers.ts'
import { AnswerHandOver, Answered } from '../contract.ts'
import { holders } from '../../roles.ts'
import { ownHand } from '../../things/store/hands.ts'
import { closeOffers } from '../../things/store/now.ts'

export const acceptHandOver = command({
  name: 'evidence.accept-hand-over',
  summary:
    'Takes what was offered: from this instant the things are in the new hand, and both parties are named.',
  who: holders,
  stepUp: true,
  input: AnswerHandOver,
  output: Answered,
  async run(cx, input) {
    const { offer, going, refused, count } = await answerable(
      cx,
      input.handOver,
      input.things,
      input.partly,
      'taker',
    )
    const { me } = await ownHand(cx)
    await acceptThings(cx, offer, going, me, { words: input.words ?? null })
    await closeOffers(
      cx,
      offer.id,
      going.map((i) => i.id),
    )
    return { id: offer.id, things: count, refused }
  },
})
