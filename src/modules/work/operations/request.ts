/** One request whole: what was asked, of what, every step, and what may be done next. */
import { seeItems } from '#modules/evidence/public.ts'
import { methodVersion, titleOf } from '#modules/quality/public.ts'
import { caseworkers } from '#identity/roles.ts'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { notFound } from '#kernel/verdict.ts'
import { RequestAnswer, RequestQuery } from '../contract.ts'
import {
  mayAccept,
  mayAssign,
  mayDecline,
  mayReassign,
  mayReschedule,
  mayRestartClock,
  mayStart,
  mayStopClock,
  mayTransfer,
  mayWithdraw,
} from '../rules.ts'
import { getRequest, lineOf, personOf, stepsOf } from '../store.ts'
import { asAsker, reviewSaid, viewOf } from '../view.ts'

export const request = query({
  name: 'work.request',
  summary: 'Shows one request whole, with every step.',
  who: caseworkers,
  input: RequestQuery,
  output: RequestAnswer,
  async run(cx, input) {
    const row = await getRequest(cx, input.request)
    // The queue shows it to whoever sees the case, whichever office was asked; so does its own page.
    cx.allow({ ...row, unit: null })
    const line = await lineOf(cx, row.id)
    if (!line) throw notFound()
    const items = await seeItems(cx, row.items)
    const method = row.method_version ? await methodVersion(cx, row.method_version) : undefined
    const reviewer = row.reviewer ? await personOf(cx, row.reviewer) : undefined
    return {
      ...(await viewOf(cx, line)),
      questionText: row.question_text,
      reviewer: reviewer ?? null,
      methodVersion: method
        ? { id: method.id, title: `${method.code} v${method.version}, ${titleOf(cx, method)}` }
        : null,
      itemList: items.map((i) => ({ id: i.id, number: i.number, description: i.description })),
      review: await reviewSaid(cx, row.id),
      steps: await stepsOf(cx, row.id),
      actions: actionsOf(cx, row, {
        'work.accept-request': mayAccept(row),
        'work.decline-request': mayDecline(row),
        'work.assign-request': mayAssign(row),
        'work.reassign-request': mayReassign(row),
        'work.set-priority': mayReschedule(row),
        'work.transfer-request': mayTransfer(row, ''),
        'work.start-work': mayStart(row, cx.actor.id),
        'work.stop-clock': mayStopClock(row),
        'work.restart-clock': mayRestartClock(row),
      }).concat(actionsOf(cx, asAsker(cx, row), { 'work.withdraw-request': mayWithdraw(row) })),
    }
  },
})
