/** Customers outside the police and the police stay apart: what one brings never opens a case of the other (ISO/IEC 17025:2017, 4.2). */
import { heldAgency } from '#identity/agency-rules.ts'
import { principalsSee } from '#identity/sight.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { mayBringInto } from './rules.ts'
import { isOutside } from './store/submissions.ts'

interface Whose {
  readonly person?: string | null | undefined
  readonly unit?: string | null | undefined
}

/** Whoever is shown the case because they bring something, or announced it. */
export async function mustStayApart(
  cx: Cx,
  into: { readonly case?: string | undefined; readonly newCase?: { readonly type: string } | undefined },
  shown: readonly Whose[],
): Promise<void> {
  const who = shown.filter((s) => s.person ?? s.unit)
  if (who.length === 0) return
  const [outside, ...held] = await Promise.all([
    isOutside(cx, into.newCase?.type ?? null, into.case ?? null),
    ...who.map((w) => heldAgency(cx, 'own-cases', w)),
  ])
  for (const [i, w] of who.entries()) {
    const own = held[i]
    // Asked only where it matters: most of what comes is of the police and for the police.
    const sees =
      into.case && (outside || own) ? await principalsSee(cx, into.case, [w.unit, w.person]) : false
    refuseUnless(
      mayBringInto({ outside, isNew: into.case === undefined, sees }, own ? { agency: own.agency } : null),
    )
  }
}
