/** A proposal as lists and its page show it: whom it waits for, what stands in the way, what may be done. */
import { unconfirmed } from '#modules/catalogue/public.ts'
import { dayOfInstant } from '#kernel/calendar.ts'
import { no, unless, yes, type Verdict } from '#kernel/verdict.ts'
import { actionsOf } from '#platform/actions.ts'
import type { Cx } from '#platform/cx.ts'
import { isAsked } from './asked.ts'
import type { DisposalLine, DisposalSeen } from './contract.ts'
import { judgeThings, ruleOf } from './blocks.ts'
import { linesOf } from '../things/lines.ts'
import { mayAnswerQuery, mayApprove, mayAttachOrder, mayEnd, type Rule } from './rules.ts'
import { type DisposalRow, historyOfDisposal, thingsOfDisposal } from './store/disposals.ts'
import { seeItems } from '../things/store/items.ts'

export function disposalLine(cx: Cx, d: DisposalRow): DisposalLine {
  return {
    id: d.id,
    number: d.number,
    case: { id: d.root, number: d.case_number, title: d.case_title },
    action: d.action,
    state: d.state,
    things: d.things,
    left: d.left,
    approvals: d.approvers.length,
    answerBy: d.answer_by,
    late: d.state === 'asked' && d.answer_by < dayOfInstant(cx.now),
    by: d.by_name,
    at: d.at,
    waitsFor: cx.say(`evidence.disposal-waits-${d.state}`, {
      name: d.investigator_name ?? cx.say('evidence.disposal-officer'),
      n: 2 - d.approvers.length,
    }),
  }
}

export async function disposalSeen(cx: Cx, d: DisposalRow): Promise<DisposalSeen> {
  const things = await thingsOfDisposal(cx, d.id)
  const items = await seeItems(
    cx,
    things.map((t) => t.thing),
  )
  const open = new Set(things.filter((t) => t.certificate === null).map((t) => t.thing))
  const judged = new Map(
    (await judgeThings(cx, items, { but: d.number })).map((j) => [
      j.item.id,
      open.has(j.item.id) ? j.blocks : [],
    ]),
  )
  const lines = await linesOf(cx, items)
  const history = await historyOfDisposal(cx, d.id)
  const rule = await ruleOf(cx, d)
  const blocked = [...judged.values()].find((b) => b.length > 0)
  return {
    ...disposalLine(cx, d),
    ruleName: rule.name,
    ruleAsks: asksOf(cx, rule),
    unconfirmed: (await unconfirmed(cx, [d.rule_id])).length > 0,
    words: d.words,
    items: things.flatMap((t, i) => {
      const item = lines[i]
      return item
        ? [
            {
              item,
              dueOn: t.due_on,
              blocks: [...(judged.get(t.thing) ?? [])],
              certificate: t.certificate,
              weighed: t.weighed,
            },
          ]
        : []
    }),
    steps: history.steps.map((s) => ({
      kind: s.kind,
      by: s.by_name,
      at: s.recorded_at,
      words: s.words,
      keepUntil: s.keep_until,
    })),
    orders: history.orders.map(({ id, number, court, on_day, name }) => ({
      id,
      number,
      court,
      on: on_day,
      name,
    })),
    certificates: history.certificates.map(({ file, ...c }) => ({ ...c, sha256: file })),
    actions: actionsOf(cx, d, verdictsOf(cx, d, rule, blocked)),
  }
}

/** What the rule asks, in words, before anybody begins. */
function asksOf(cx: Cx, rule: Rule): string[] {
  return [
    ...(rule.order ? [cx.say('evidence.asks-order')] : []),
    ...(rule.weigh ? [cx.say('evidence.asks-weigh')] : []),
    ...(rule.photographs ? [cx.say('evidence.asks-photographs')] : []),
    ...(rule.witnesses > 0 ? [cx.say('evidence.asks-witnesses', { n: rule.witnesses })] : []),
  ]
}

function verdictsOf(
  cx: Cx,
  d: DisposalRow,
  rule: Rule,
  blocked: readonly string[] | undefined,
): Record<string, Verdict> {
  const free = unless(
    blocked === undefined,
    no(
      'evidence.disposal-blocked',
      { number: d.number, why: (blocked ?? []).join(' ') },
      'evidence.next-clear-blocks',
    ),
  )
  const approved = unless(
    d.state === 'approved',
    no('evidence.disposal-not-approved', { number: d.number }, 'evidence.next-two-approve'),
  )
  const carry = approved.ok ? free : approved
  const may = mayApprove(d, cx.actor.id, rule)
  const destroys = d.action === 'destroy' || d.action === 'forfeit'
  const over = !mayEnd(d).ok
  if (over) return {}
  return {
    ...(d.state === 'asked'
      ? { 'evidence.answer-disposal-query': mayAnswerQuery(d, cx.actor.id, isAsked(cx, d)) }
      : {}),
    ...(d.state === 'agreed' || d.state === 'asked'
      ? { 'evidence.approve-disposal': may.ok ? free : may }
      : {}),
    [destroys ? 'evidence.dispose-item' : 'evidence.return-item']: carry,
    ...(mayAttachOrder(d).ok ? { 'evidence.attach-disposal-order': yes } : {}),
    'evidence.withdraw-disposal': yes,
  }
}
