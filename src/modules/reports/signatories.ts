/** Who stands behind a certificate: signer, analysts, author and reviewers with what each did (ISO/IEC 17025:2017, 7.8.2.1 o). */
import type { Say } from '#kernel/say.ts'
import type { Cx } from '#platform/cx.ts'
import type { Certificate } from '#platform/documents/papers.ts'
import type { Gathered } from './gathering.ts'
import { momentOf } from './paper-dates.ts'
import { peopleOf } from './store/signers.ts'
import { type VersionNow, stepsOf } from './store/versions.ts'

export async function signatoriesOf(
  cx: Cx,
  v: VersionNow,
  g: Gathered,
  signer: string | null,
  say: Say,
): Promise<Certificate['signatories']['rows']> {
  const technical = [...new Set(g.results.map((r) => r.reviewed_by).filter((p): p is string => p !== null))]
  const analysts = [
    ...new Set(g.work.filter((w) => g.results.some((r) => r.worksheet === w.id)).map((w) => w.analyst)),
  ]
  const people = await peopleOf(cx, [signer, v.author, v.reviewer, ...technical, ...analysts])
  const reviewedAt = (await stepsOf(cx, v.id)).findLast((s) => s.kind === 'reviewed')?.at
  const row = (id: string | null, role: string, lines: string[]) => {
    const p = id === null ? undefined : people.get(id)
    return p
      ? [
          {
            name: [p.rank, p.name].filter(Boolean).join(' '),
            role,
            lines: [[p.title, p.unit_name].filter(Boolean).join(', '), ...lines].filter((l) => l !== ''),
          },
        ]
      : []
  }
  const at = (key: string, when: string | null | undefined): string[] =>
    when ? [say(key, { at: momentOf(when) })] : []
  const reviewOf = (person: string): string | null =>
    g.results.findLast((r) => r.reviewed_by === person)?.reviewed_at ?? null
  const signing =
    signer === null
      ? [{ name: say('reports.paper-unsigned'), role: say('reports.paper-signer') }]
      : row(
          signer,
          say(analysts.includes(signer) ? 'reports.paper-analyst-signer' : 'reports.paper-signer'),
          at('reports.paper-signed-at', cx.now),
        )
  return [
    ...signing,
    ...analysts.filter((a) => a !== signer).flatMap((a) => row(a, say('reports.paper-analyst'), [])),
    ...(v.author !== signer && !analysts.includes(v.author)
      ? row(v.author, say('reports.paper-author'), [])
      : []),
    ...technical.flatMap((t) =>
      row(t, say('reports.paper-technical-reviewer'), at('reports.paper-reviewed-at', reviewOf(t))),
    ),
    ...row(v.reviewer, say('reports.paper-reviewer'), at('reports.paper-reviewed-at', reviewedAt)),
  ]
}
