/** What is meant to become of a thing, how much of it is left, and who was told before it is used up. */
import { nameOfCode } from '#modules/catalogue/public.ts'
import { actionsOf } from '#platform/actions.ts'
import { dayOfInstant } from '#kernel/calendar.ts'
import type { Cx } from '#platform/cx.ts'
import { query } from '#platform/define.ts'
import { usedUpVerdict } from '../consumption.ts'
import { ItemPlans, type NoticeSeen, OfItem } from '../contract.ts'
import { readers } from '../../roles.ts'
import { stateOfNotice, stillHere } from '../rules.ts'
import { seeItem } from '../store/items.ts'
import { weightOf } from '../store/measures.ts'
import { type IntentionRow, type NoticeRow, intentionsOf, noticesOf, ownNumberOf } from '../store/plans.ts'

export const itemPlans = query({
  name: 'evidence.item-plans',
  summary:
    'Shows what is meant to become of a thing, how much of it is left, and who was told before it is used up.',
  who: readers,
  input: OfItem,
  output: ItemPlans,
  async run(cx, input) {
    const item = await seeItem(cx, input.item)
    cx.allow(item)
    const rows = await intentionsOf(cx, item.id)
    const notices = await noticesOf(cx, item.id)
    const verdict = await usedUpVerdict(cx, item, notices)
    const [now, ...earlier] = await Promise.all(rows.map((r) => intentionSeen(cx, r)))
    return {
      number: item.number,
      ownNumber: await ownNumberOf(cx, item.id),
      intended: rows[0]?.disposition ? (now ?? null) : null,
      earlier,
      left: (await weightOf(cx, item.id)).left,
      notices: await Promise.all(notices.map((n) => noticeSeen(cx, n))),
      stops: verdict.ok ? null : cx.say(verdict.code, verdict.values),
      actions: actionsOf(cx, item, {
        'evidence.intend-disposition': stillHere(item),
        'evidence.give-consumption-notice': stillHere(item),
        'evidence.answer-consumption-notice': stillHere(item),
      }),
    }
  },
})

const intentionSeen = async (cx: Cx, r: IntentionRow) => ({
  as: r.disposition ?? '',
  name:
    r.disposition === null
      ? cx.say('evidence.nothing-meant')
      : await nameOfCode(cx, 'intended-disposition', r.disposition, cx.language),
  words: r.words,
  by: r.by_name,
  at: r.at,
})

const noticeSeen = async (cx: Cx, n: NoticeRow): Promise<NoticeSeen> => ({
  id: n.id,
  party: await nameOfCode(cx, 'consumption-notice', n.party, cx.language),
  name: n.name,
  way: n.way,
  why: n.why,
  amount: n.amount === null ? null : `${n.amount} ${n.unit ?? ''}`.trim(),
  waitUntil: n.wait_until,
  shortBecause: n.short_because,
  state: stateOfNotice(n, dayOfInstant(cx.now)),
  at: n.at,
  by: n.by_name,
  answers: n.answers.map(({ on_day, by_name, ...a }) => ({ ...a, on: on_day, by: by_name })),
})
