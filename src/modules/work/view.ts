/** What people are shown of a request. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { nameOfCode } from '#modules/catalogue/public.ts'
import type { Cx } from '#platform/cx.ts'
import { daysLate } from './rules.ts'
import type { Line, RequestNow } from './store.ts'
import { contractReviewOf } from './store/asked.ts'

/** To take a question back is the right of those who asked it, as well as of the section that was asked. */
export const asAsker = (cx: Cx, r: RequestNow): RequestNow => {
  const asker = { ...r, unit: r.asked_by_unit ?? r.unit }
  return cx.may('work.withdraw-request', asker) ? asker : r
}

export const todayOf = (cx: Pick<Cx, 'now'>): string => dayOfInstant(cx.now)

export async function viewOf(cx: Cx, row: Line) {
  const late = daysLate(row, todayOf(cx))
  return {
    id: row.id,
    number: row.number,
    case: { id: row.root, number: row.case_number, title: row.case_title },
    discipline: row.discipline,
    question: row.question,
    questionName: await nameOfCode(cx, 'question', row.question, cx.language),
    state: row.state,
    waiting: row.waiting,
    priority: row.priority,
    dueOn: row.due_on,
    overdue: late > 0,
    daysLate: late,
    items: row.items,
    assignee: row.assignee ? { id: row.assignee, name: row.assignee_name ?? '' } : null,
    unit: { id: row.unit, name: row.unit_name ?? '' },
    askedAt: row.asked_at,
  }
}

/** Who answered for which points when the request was taken on, in the words of the laboratory. */
export async function reviewSaid(cx: Cx, request: string) {
  const review = await contractReviewOf(cx.tx, request)
  if (!review) return null
  const points: string[] = []
  for (const point of review.points) points.push(await nameOfCode(cx, 'contract-review', point, cx.language))
  return { points, by: review.by, at: review.at }
}
