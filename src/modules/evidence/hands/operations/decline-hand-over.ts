/** Does not take what was offered, and says why; the things stay with the one who offered. */
import { codeOf } from '#modules/catalogue/public.ts'
import { command } from '#platform/define.ts'
import { answerable, closeWithout } from '../answers.ts'
import { Answered, DeclineHandOver } from '../contract.ts'
import { holders } from '../../roles.ts'

export const declineHandOver = command({
  name: 'evidence.decline-hand-over',
  summary: 'Does not take what was offered, and says why; the things stay with the one who offered.',
  who: holders,
  input: DeclineHandOver,
  output: Answered,
  async run(cx, input) {
    const { offer, going, refused, count } = await answerable(
      cx,
      input.handOver,
      input.things,
      input.partly,
      'taker',
    )
    await codeOf(cx, 'decline-reason', input.why)
    await closeWithout(cx, offer, going, 'declined', input.why, input.words ?? null)
    return { id: offer.id, things: count, refused }
  },
})
