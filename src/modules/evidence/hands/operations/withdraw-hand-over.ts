/** Takes an offer back while nobody has answered it. */
import { command } from '#platform/define.ts'
import { answerable, closeWithout } from '../answers.ts'
import { AnswerHandOver, Answered } from '../contract.ts'
import { holders } from '../../roles.ts'

export const withdrawHandOver = command({
  name: 'evidence.withdraw-hand-over',
  summary: 'Takes an offer back while nobody has answered it.',
  who: holders,
  input: AnswerHandOver,
  output: Answered,
  async run(cx, input) {
    const { offer, going, refused, count } = await answerable(
      cx,
      input.handOver,
      input.things,
      input.partly,
      'giver',
    )
    await closeWithout(cx, offer, going, 'withdrawn', null, input.words ?? null)
    return { id: offer.id, things: count, refused }
  },
})
