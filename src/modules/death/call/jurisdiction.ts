/** One decision about a death: the row of what holds from now, its entry, the standing. */
import { codeOf } from '#modules/catalogue/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Json } from '#kernel/canonical.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { type Authority, type Profile, fitsProfile, profileOf } from './rules.ts'
import { decisionsOf, deathRef } from './store/deaths.ts'
import { refreshDeaths } from './store/standing.ts'

export const profileNamed = async (cx: Cx, code: string): Promise<Profile> =>
  profileOf(code, (await codeOf(cx, 'death-authority', code)).data)

export interface Decision {
  readonly decision: 'accepted' | 'declined'
  readonly number?: string | null
  readonly profile?: string | null
  readonly case?: string | null
  readonly authority?:
    | (Authority & { readonly by?: string | null | undefined; readonly at?: string | null | undefined })
    | null
    | undefined
  readonly reason?: string | null
  readonly words?: string | null
  readonly signs?: string | null
}

export async function decide(cx: Cx, root: string, d: Decision, profile?: Profile): Promise<void> {
  if (profile) refuseUnless(fitsProfile(profile, d.authority))
  const ordered = d.authority?.at
  refuseUnless(unless(!ordered || Date.parse(ordered) <= Date.parse(cx.now), no('death.not-yet')))
  const before = await decisionsOf(cx, root)
  const row: CoveredRow = {
    id: cx.newId(),
    root,
    seq: (before.at(-1)?.seq ?? 0) + 1,
    decision: d.decision,
    number: d.number ?? null,
    profile: d.profile ?? null,
    case_root: d.case ?? null,
    authority_kind: d.authority?.kind ?? null,
    authority: d.authority?.number ?? null,
    authority_by: d.authority?.by ?? null,
    authority_at: d.authority?.at ?? null,
    reason: d.reason ?? null,
    words: d.words ?? null,
    signs: d.signs ?? null,
  }
  const facts: Record<string, Json> = { decision: d.decision }
  if (d.number) facts['number'] = d.number
  if (d.profile) facts['profile'] = d.profile
  if (d.reason) facts['reason'] = d.reason
  await cx.record({ subject: deathRef(root), root, facts, rows: { 'death.jurisdiction': [row] } })
  await refreshDeaths(cx, [root])
}
