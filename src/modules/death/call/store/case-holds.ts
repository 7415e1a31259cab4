/** What keeps the things of a death because its whole case is held, less what somebody has let the body go from in writing. */
import { type Hold, holdsOn } from '#modules/cases/public.ts'
import { type Ref, ref } from '#kernel/shapes.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { caseNumberOf, type DeathRow } from './deaths.ts'

export const caseOf = (death: Pick<DeathRow, 'case_root'>): Ref[] =>
  death.case_root === null ? [] : [ref('cases.case', death.case_root)]

export const caseHoldsOn = async (cx: Pick<Cx, 'tx'>, death: DeathRow): Promise<Hold[]> =>
  [...(await holdsOn(cx, caseOf(death))).values()].flat().filter((h) => h.kind !== 'born')

/** Those that keep the body: a consent counts for the stay in which it was given. */
export async function caseHoldsOnBody(cx: Pick<Cx, 'tx'>, death: DeathRow): Promise<Hold[]> {
  const held = await caseHoldsOn(cx, death)
  if (held.length === 0) return []
  const given = await cx.tx.many<{ hold: string }>(
    sql`select c.hold from death.consent c where c.root = ${death.root} and c.body = (select b.id from death.body b where b.root = ${death.root} order by coalesce(b.stay, 1) desc limit 1)`,
  )
  return held.filter((h) => !given.some((g) => g.hold === h.id))
}

/** In the reader’s words; who may not see the case learns that it is held, and no word of why. */
export async function caseHoldsSaid(
  cx: Cx,
  death: DeathRow,
  holds: readonly Hold[],
): Promise<{ id: string; why: string; since: string }[]> {
  if (holds.length === 0) return []
  const number = await caseNumberOf(cx, death.case_root)
  return holds.map((h) => ({
    id: h.id,
    since: h.since,
    why:
      number === null
        ? cx.say('death.case-held-unseen')
        : cx.say('death.case-held', { number, why: cx.say(h.why, h.values) }),
  }))
}
