/** What a partner was told, what waits and what was given up; of cases that the reader may see. */
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { EventList, EventsTold } from '../contract/partners.ts'
import { partnerKeepers } from '../roles.ts'
import { mayReplayEvent } from '../rules/partners.ts'
import { listOutgoing, subscriptionById } from '../store/partners.ts'

export const eventsTold = query({
  name: 'exchange.events-told',
  summary: 'What a partner was told, what waits and what was given up.',
  who: partnerKeepers,
  input: EventsTold,
  output: EventList,
  async run(cx, input) {
    cx.allow(null)
    const of = await subscriptionById(cx, input.subscription)
    const { rows, nextCursor } = await listOutgoing(cx, input)
    const numbers = await cx.ground.roots.names(cx.tx, [...new Set(rows.map((r) => r.root))])
    const items = rows.map((r) => ({
      id: r.id,
      action: r.action,
      about: numbers.get(r.root) ?? null,
      madeAt: r.made_at,
      state: r.state,
      attempts: r.attempts,
      nextAt: r.state === 'waiting' ? r.next_at : null,
      sentAt: r.sent_at,
      status: r.status,
      fault: r.fault,
      actions: actionsOf(cx, r, { 'exchange.replay-event': mayReplayEvent(r, of) }),
    }))
    return { items, nextCursor }
  },
})
