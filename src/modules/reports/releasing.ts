/** To whom a certificate is given out: whoever sees a case does not by that alone take what was found (ISO/IEC 17025:2017, 4.2). */
import { whysOfSight } from '#identity/sight.ts'
import { caseCard, seeCase } from '#modules/cases/public.ts'
import { codesOf } from '#modules/catalogue/public.ts'
import { dayOfInstant } from '#kernel/calendar.ts'
import { type Verdict, refuseUnless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { type ReleaseLevel, mayTake, releaseLevels } from './rules/release.ts'
import { isInside, mustBeOut } from './seeing.ts'
import { askersOf, givenToMe, levelSet } from './store/release.ts'
import type { VersionNow } from './store/versions.ts'

/** Sight that somebody has only to be told how a case goes. */
export const toldOnlyWhy = 'portal.follow-informed'

/** As set for the case, or as its kind said on the day it was opened; whoever sees the case where neither says anything. */
export async function releaseLevelOf(cx: Cx, root: string): Promise<ReleaseLevel> {
  const { level } = await levelSet(cx, root)
  if (level) return level
  const file = await seeCase(cx, root)
  const type = (await codesOf(cx, 'case-type', dayOfInstant(file.opened_at))).find(
    (c) => c.code === file.type,
  )
  const said = (type?.data as { release?: unknown } | null)?.release
  return releaseLevels.find((one) => one === said) ?? 'case'
}

type Paper = Pick<VersionNow, 'id' | 'request'>
/** One judge for all papers of a case: whether the reader may take each. */
export async function judgeOf(cx: Cx, root: string): Promise<(paper: Paper) => Verdict> {
  const inside = isInside(cx)
  if (inside) return () => ({ ok: true })
  const level = await releaseLevelOf(cx, root)
  const { investigator } = await caseCard(cx, root)
  const [given, askers, whys] = [
    await givenToMe(cx, root),
    await askersOf(cx, root),
    await whysOfSight(cx, root),
  ]
  const agency = (of: string | null | undefined): boolean => Boolean(of) && of === cx.actor.agency
  return (paper) => {
    const asker = askers.get(paper.request)
    return mayTake(level, {
      inside,
      given: given.has(paper.id),
      own: asker?.person === cx.actor.id || investigator?.person === cx.actor.id,
      sameAgency: agency(asker?.agency) || agency(investigator?.agency),
      toldOnly: whys.length > 0 && whys.every((why) => why === toldOnlyWhy),
    })
  }
}

/** A draft is told as not there to whoever stands outside; what is out is given to whom it is released. */
export async function mustBeReleased(cx: Cx, v: VersionNow): Promise<void> {
  mustBeOut(cx, v)
  refuseUnless((await judgeOf(cx, v.root))(v))
}
