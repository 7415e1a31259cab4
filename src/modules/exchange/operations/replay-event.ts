/** Tells a partner an event again: one that was given up, or that the partner lost. It keeps its id, so that it is known there. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, ReplayEvent } from '../contract/partners.ts'
import { partnerKeepers } from '../roles.ts'
import { mayReplayEvent } from '../rules/partners.ts'
import { outgoingById, subscriptionById, waitAgain } from '../store/partners.ts'
import { tellPartnersTask } from '../telling-partners.ts'

export const replayEvent = command({
  name: 'exchange.replay-event',
  summary: 'Tells a partner an event again, under the same id.',
  who: partnerKeepers,
  input: ReplayEvent,
  output: Done,
  async run(cx, input) {
    const before = await outgoingById(cx, input.event)
    const subject = ref('exchange.subscription', before.subscription)
    await cx.lock([subject])
    const event = await outgoingById(cx, input.event)
    cx.allow(event)
    refuseUnless(mayReplayEvent(event, await subscriptionById(cx, event.subscription)))
    await waitAgain(cx, event.id, cx.now)
    await cx.record({ subject, facts: { event: event.id } })
    await cx.ground.queue(cx.tx, tellPartnersTask, {}, { key: tellPartnersTask })
    return { id: event.id }
  },
})
