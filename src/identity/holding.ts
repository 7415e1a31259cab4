/** Grants as people read them: role, unit, whence and until when, and what may be done about each. */
import type { Cx } from '#platform/cx.ts'
import type { Action } from '#kernel/shapes.ts'
import { type Verdict, no, unless } from '#kernel/verdict.ts'
import type { Held } from './contract/duties.ts'
import { mayAdminister, customerRoles, mayHandOn } from './rules.ts'
import { type GrantRow, grantsHeldBy, handedOnBy } from './store/duties.ts'

export async function heldOf(
  cx: Cx,
  person: string,
  actions: (grant: { row: GrantRow; verdicts: Record<string, Verdict> }) => Action[],
): Promise<Held[]> {
  const onward = await handedOnBy(cx, person)
  return (await grantsHeldBy(cx, person)).map((row) => ({
    id: row.id,
    role: row.role,
    unit: row.unit === null ? null : { id: row.unit, name: row.unitName ?? '' },
    from: row.from,
    until: row.until,
    grantedBy: row.grantedByName,
    owner: row.owner,
    reviewedAt: row.reviewedAt,
    reviewedBy: row.reviewedBy,
    to: onward.filter((o) => o.of === row.id),
    actions: actions({ row, verdicts: verdictsOf(cx, row) }),
  }))
}

function verdictsOf(cx: Cx, row: GrantRow): Record<string, Verdict> {
  const own = row.person === cx.actor.id
  return {
    ...(own ? { 'identity.delegate': mayHandOn(row) } : {}),
    ...(own && row.owner ? { 'identity.end-delegation': { ok: true } as const } : {}),
    'identity.withdraw-role': own
      ? unless(false, no('identity.not-yourself'))
      : mayAdminister(cx.actor, row.unit, customerRoles.includes(row.role)),
  }
}
