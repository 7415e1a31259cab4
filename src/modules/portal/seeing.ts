/** What the portal shows: a case in one line of plain words, and questions with their answers. */
import { toldOnlyWhy } from '#modules/reports/public.ts'
import type { Cx } from '#platform/cx.ts'
import type { MyCaseLine, QuestionSeen } from './contract.ts'
import type { Said } from './contract/said.ts'
import { isLate, standingOf, standingOfRequest, type Standing } from './rules.ts'
import { isInside } from './roles.ts'
import type { CaseRow, PaperRow, QuestionRow, RequestRow, UnderWay } from './store/cases.ts'

/** Why somebody sees a case whom its own side named. */
export const whyFollows = { copy: 'portal.follow-copy', informed: toldOnlyWhy } as const

export const sideOf = (cx: Pick<Cx, 'actor'>): 'service' | 'customer' =>
  isInside(cx.actor.grants) ? 'service' : 'customer'
export const paperNumber = (p: Pick<PaperRow, 'number' | 'place'>): string =>
  p.place > 1 ? `${p.number}-A${p.place - 1}` : p.number

export function caseLine(cx: Cx, c: CaseRow, u: UnderWay): MyCaseLine {
  const papers = u.papers.filter((p) => p.root === c.id && p.state === 'issued')
  const standing = standingOf({
    state: c.state,
    items: u.items.get(c.id) ?? 0,
    requests: u.requests.filter((r) => r.root === c.id),
    issued: papers.map((p) => ({ number: paperNumber(p), at: p.at })),
  })
  return {
    id: c.id,
    number: c.number,
    title: c.title,
    ...told(cx, standing),
    certificates: papers.length,
    questions: u.questions.get(c.id) ?? 0,
    openedAt: c.opened_at,
  }
}

function told(cx: Cx, s: Standing) {
  return {
    stage: s.stage,
    says: cx.say(s.key, s.values),
    dueOn: s.dueOn,
    late: isLate(s.dueOn, cx.now.slice(0, 10)),
  }
}

export const requestSeen = (cx: Cx, r: RequestRow) => ({
  id: r.id,
  number: r.number,
  question: r.question,
  section: r.section,
  ...told(cx, standingOfRequest(r)),
})

interface SaidRow {
  readonly id: string
  readonly text: string | null
  readonly by_name: string
  readonly recorded_by: string | null
  readonly at: string
}
export const saidBy =
  (cx: Pick<Cx, 'actor'>) =>
  (s: SaidRow): Said => ({
    id: s.id,
    text: s.text,
    by: s.by_name,
    mine: s.recorded_by === cx.actor.id,
    at: s.at,
  })

export function questionSeen(cx: Pick<Cx, 'actor'>, q: QuestionRow): QuestionSeen {
  const said = saidBy(cx)
  return {
    ...said(q),
    case: { id: q.root, number: q.case_number, title: q.case_title },
    to: q.to_side,
    open: q.answers.length === 0,
    answers: q.answers.map(said),
  }
}
