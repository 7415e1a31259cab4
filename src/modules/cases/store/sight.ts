/** Who sees a case: opened with it, moved with its investigator, taken away under a seal; identity keeps the rows. */
import { endSight, openSight, reopenSight } from '#identity/sight.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

/** Opens sight of what hangs on a root; nothing is opened by default on a sealed case, only by name (cases.give-access). `part`: only that. */
export async function giveSight(
  cx: Cx,
  root: string,
  principals: readonly (string | null | undefined)[],
  why: string,
  part: string | null = null,
): Promise<void> {
  await openSight(
    cx,
    principals.filter((p): p is string => Boolean(p)).map((principal) => ({ root, principal, why, part })),
    sql`not exists (select 1 from cases.standing k where k.root = r.root and k.sealed)`,
  )
}

/** Under a seal only those stay who are named. */
export async function sealSight(cx: Cx, root: string, stay: readonly string[]): Promise<void> {
  await endSight(cx, root, { allBut: stay })
}

/** What stood when the seal came opens again; the sight that ended in that instant is the sight that the seal took. */
export const unsealSight = (cx: Cx, root: string, sealedAt: string): Promise<void> =>
  reopenSight(cx, root, sealedAt)

/** What somebody sees in their own name stays; the rest (opening, delivering, being told the answer) went with the office. */
const inTheirName = ['cases.give-access', 'cases.seal-case', 'cases.assign-task', 'identity.break-glass']

/** One act: the new officer's unit sees, the old officer and unit see no more unless they have a reason of their own. */
async function moveSight(
  cx: Cx,
  root: string,
  from: readonly (string | null)[],
  to: readonly (string | null)[],
): Promise<void> {
  const stay = new Set(to)
  for (const principal of from)
    if (principal && !stay.has(principal)) await endSight(cx, root, { principal, butWhy: inTheirName })
  await giveSight(cx, root, to, 'cases.change-investigator')
}

/** The sight that a change of investigator brings; the counter that received the case keeps its own. */
export async function followInvestigator(
  cx: Cx,
  file: { readonly root: string; readonly receiving_unit: string | null },
  was: { readonly person?: string | null | undefined; readonly unit?: string | null | undefined },
  to: { readonly person?: string | null | undefined; readonly unit?: string | null | undefined },
): Promise<void> {
  const unit = was.unit ?? null
  await moveSight(
    cx,
    file.root,
    [was.person ?? null, unit === file.receiving_unit ? null : unit],
    [to.person ?? null, to.unit ?? null],
  )
}
