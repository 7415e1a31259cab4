/** What somebody leaves in a temporary place: exhibits in their hands, or items that they or their formation announced to that counter. */
import { no, refuseUnless, unless, allOf } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { submissionRef } from '../counter/announcement.ts'
import { stillAnnounced } from '../counter/rules.ts'
import { announcedItems, announcementBy } from '../counter/store/announced.ts'
import { leftOf } from '../things/store/left.ts'
import { mayStore } from '../hands/rules.ts'
import { decideRows, withContents } from '../things/batch.ts'
import { gunTypes, unsafeGuns } from '../things/firearms.ts'
import { announcedClosed, closedToLeave, noBody, noGunAnnounced, shownSafe } from '../things/rules.ts'
import type { PlaceRow } from '../things/store/hands.ts'
import { type ItemRow, seeWithContents } from '../things/store/items.ts'
import { temperatureOf } from './temperature.ts'

interface Leaving {
  readonly count: number
  readonly things: readonly ItemRow[] | null
  readonly announced: { readonly submission: string; readonly root: string } | null
}

export async function thingsLeft(cx: Cx, ids: readonly string[], place: PlaceRow): Promise<Leaving> {
  const all = await seeWithContents(cx, ids)
  const together = new Set(ids)
  const unsafe = await unsafeGuns(cx, all)
  const { good } = decideRows(cx, all.slice(0, together.size), false, (item) =>
    allOf(noBody(item), mayStore(item, cx.actor.id, together), closedToLeave(item), shownSafe(item, unsafe)),
  )
  const things = withContents(all, good)
  for (const item of things) refuseUnless(shownSafe(item, unsafe))
  for (const verdict of await temperatureOf(cx, place, things)) refuseUnless(verdict)
  return { count: good.length, things, announced: null }
}

export async function announcedLeft(cx: Cx, submission: string, place: PlaceRow): Promise<Leaving> {
  await cx.lock([submissionRef(submission)])
  const a = await announcementBy(cx, submission)
  cx.allow(a)
  const items = await announcedItems(cx, a.row)
  const mine = a.by_person === cx.actor.id || (a.by_unit !== null && cx.actor.principals.includes(a.by_unit))
  refuseUnless(
    allOf(
      stillAnnounced(a),
      unless(mine, no('evidence.prelog-of-other-unit')),
      unless(
        a.to_unit === place.unit,
        no('evidence.leave-other-counter', { to: a.to_name }, 'evidence.next-temporary-place'),
      ),
      unless(!(await leftOf(cx, submission)), no('evidence.left-already')),
      announcedClosed(items),
      noGunAnnounced(items, await gunTypes(cx)),
    ),
  )
  return { count: items.length, things: null, announced: { submission, root: a.root } }
}
