/** Whether the people named on a request may do what they are named for; a no says who may instead. */
import { authorisedFor, mayRelyOn, methodVersion } from '#modules/quality/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { RequestNow } from './store.ts'

export interface Named {
  readonly methodVersion: string
  readonly assignee: string
  readonly reviewer?: string | undefined
}

/** A deviation that names the request, its exhibits or its case counts; who may instead are those who hold an authorisation today. */
export async function mustBeAuthorised(cx: Cx, request: RequestNow, named: Named): Promise<void> {
  const about = [request.id, request.root, ...request.items]
  refuseUnless(await mayRelyOn(cx, [{ kind: 'method-version', id: named.methodVersion }], about))
  const method = await methodVersion(cx, named.methodVersion)
  refuseUnless(
    unless(
      method.discipline === request.discipline,
      no('work.method-of-another-discipline', { code: method.code }, 'work.next-other-method'),
    ),
  )
  for (const [person, as] of [
    [named.assignee, 'analyst'],
    [named.reviewer, 'reviewer'],
  ] as const) {
    if (person === undefined) continue
    const verdict = await mayRelyOn(
      cx,
      [{ kind: 'person', id: person, for: `${named.methodVersion}:${as}` }],
      about,
    )
    if (verdict.ok) continue
    const others = (await authorisedFor(cx, method.code, as)).filter((p) => p.id !== named.assignee)
    refuseUnless({
      ...verdict,
      values: { ...verdict.values, names: others.map((p) => p.name).join(', ') },
      next: others.length > 0 ? 'work.next-who-may' : `work.next-no-${as}`,
    })
  }
}
