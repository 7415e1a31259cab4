/** Records what a party answered who was told that a thing will be used up; the newest answer holds. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { notFound, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AnswerConsumptionNotice, Done } from '../contract.ts'
import { handlers } from '../../roles.ts'
import { mayAnswerNotice } from '../rules.ts'
import { itemRef, seeItem } from '../store/items.ts'
import { noticeById } from '../store/plans.ts'

export const answerConsumptionNotice = command({
  name: 'evidence.answer-consumption-notice',
  summary:
    'Records what a party answered who was told that a thing will be used up; the newest answer holds.',
  who: handlers,
  input: AnswerConsumptionNotice,
  output: Done,
  async run(cx, input) {
    const notice = await noticeById(cx, input.notice)
    if (!notice) throw notFound()
    const item = await seeItem(cx, notice.thing, { lock: true })
    cx.allow(item)
    const document = input.document ?? null
    refuseUnless(mayAnswerNotice({ ...input, document }, dayOfInstant(cx.now)))
    const id = input.id ?? cx.newId()
    const row = {
      id,
      notice: notice.id,
      root: item.root,
      answer: input.answer,
      words: input.words,
      document,
      on_day: input.on,
      at: cx.occurredAt,
      by_name: cx.actor.name,
    }
    await cx.record({
      subject: itemRef(item.id),
      root: item.root,
      facts: { notice: notice.id, answer: input.answer },
      rows: { 'evidence.consumption_answer': [row] },
    })
    return { id }
  },
})
