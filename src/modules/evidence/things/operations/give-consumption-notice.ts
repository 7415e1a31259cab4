/** Records that a party was told that examination will use up a thing, and until when it is waited for an answer. */
import { codeOf } from '#modules/catalogue/public.ts'
import { dayOfInstant } from '#kernel/calendar.ts'
import { allOf, no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { lastDay, partiesToTell } from '../consumption.ts'
import { GiveConsumptionNotice, NoticeGiven } from '../contract.ts'
import { handlers } from '../../roles.ts'
import { stillHere } from '../rules.ts'
import { itemRef, seeItem } from '../store/items.ts'

export const giveConsumptionNotice = command({
  name: 'evidence.give-consumption-notice',
  summary:
    'Records that a party was told that examination will use up a thing, and until when it is waited for an answer.',
  who: handlers,
  input: GiveConsumptionNotice,
  output: NoticeGiven,
  async run(cx, input) {
    const item = await seeItem(cx, input.item, { lock: true })
    cx.allow(item)
    await codeOf(cx, 'consumption-notice', input.party)
    const days = (await partiesToTell(cx)).find((p) => p.code === input.party)?.days ?? 0
    const waitUntil = input.waitUntil ?? lastDay(cx, days)
    refuseUnless(
      allOf(
        stillHere(item),
        unless(waitUntil >= dayOfInstant(cx.now), no('evidence.notice-day-gone')),
        unless(
          waitUntil >= lastDay(cx, days) || Boolean(input.shortBecause),
          no('evidence.notice-too-short', { days }, 'evidence.next-say-why-short'),
        ),
      ),
    )
    const id = input.id ?? cx.newId()
    const row = {
      id,
      thing: item.id,
      root: item.root,
      party: input.party,
      name: input.name,
      way: input.way,
      why: input.why,
      amount: input.amount ?? null,
      unit: input.amount ? (input.unit ?? null) : null,
      wait_until: waitUntil,
      short_because: input.shortBecause ?? null,
      at: cx.occurredAt,
      by_name: cx.actor.name,
    }
    await cx.record({
      subject: itemRef(item.id),
      root: item.root,
      facts: { told: input.party, waitUntil },
      rows: { 'evidence.consumption_notice': [row] },
    })
    return { id, waitUntil }
  },
})
