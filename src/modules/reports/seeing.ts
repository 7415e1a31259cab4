/** What people are shown of a report: the line in lists, and who stands inside the laboratory and so sees drafts. */
import { staff } from '#identity/roles.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { isOut, paperNumber } from './rules.ts'
import type { VersionNow } from './store/versions.ts'

/** Drafts are the laboratory's own; the outside reviewer reviews them, officers and prosecutors see what is out. */
export function isInside(cx: Pick<Cx, 'actor'>): boolean {
  if (cx.actor.kind !== 'person') return true
  const inside: readonly string[] = [...staff, 'outside-reviewer']
  return cx.actor.grants.some((g) => inside.includes(g.role))
}
/** A draft is told as not there to whoever stands outside. */
export function mustBeOut(cx: Pick<Cx, 'actor'>, v: Pick<VersionNow, 'state'>): void {
  if (!isOut(v.state) && !isInside(cx)) throw notFound()
}

export function lineOf(v: VersionNow, questionName: string) {
  return {
    id: v.report,
    versionId: v.id,
    number: paperNumber(v),
    version: v.version,
    state: v.state,
    case: { id: v.root, number: v.case_number, title: v.case_title },
    request: { id: v.request, number: v.request_number },
    question: v.question,
    questionName,
    unit: { id: v.unit, name: v.unit_name ?? '' },
    author: { id: v.author, name: v.author_name ?? '' },
    since: v.since,
  }
}
