/** What may be done with a thing as it stands, in the order in which a person would want it, and what comes next. */
import type { Cx } from '#platform/cx.ts'
import { allOf, no, unless, yes, type Verdict } from '#kernel/verdict.ts'
import type { Finding, ItemSeen } from '../things/contract.ts'
import {
  cashRounds,
  isOpen,
  mayCountCash,
  mayHandle,
  maySeal,
  mayTakeInLeft,
  noBody,
  stillHere,
} from '../things/rules.ts'
import {
  isTendered,
  mayArrive,
  mayDispatch,
  mayHandOver,
  mayLeave,
  mayReceiveFromCourt,
  mayReportFound,
  mayReportMissing,
  mayRetrieve,
  mayReturnFromCourt,
  mayStore,
  mayTakeBack,
  mayTender,
} from '../hands/rules.ts'
import { inMyStore, isKeeper, isNear } from '../things/near.ts'
import type { WholeItem } from '../things/store/chain.ts'
import type { ItemRow } from '../things/store/items.ts'

/** What may be done with any thing that is scanned, from how it stands alone. */
export function standingVerdicts(cx: Cx, item: ItemRow): Record<string, Verdict> {
  const me = cx.actor.id
  const outside = item.state === 'held' && item.holder?.kind === 'person' && item.holder.id === null
  return {
    ...(item.offered_to?.id === me
      ? { 'evidence.accept-hand-over': yes, 'evidence.decline-hand-over': yes }
      : {}),
    ...(item.state === 'in-transit'
      ? { 'evidence.receive-consignment': mayArrive(item, item.holder?.id ?? '') }
      : {}),
    ...(item.state === 'at-court'
      ? isTendered(item)
        ? { 'evidence.receive-from-court': mayReceiveFromCourt(item) }
        : {
            'evidence.return-from-court': mayReturnFromCourt(item, me, isKeeper(cx)),
            'evidence.tender-exhibit': allOf(noBody(item), mayTender(item, me, isKeeper(cx))),
          }
      : {}),
    ...(outside ? { 'evidence.take-back': allOf(noBody(item), mayTakeBack(item)) } : {}),
    ...(item.state === 'missing' ? { 'evidence.report-found': mayReportFound(item) } : {}),
    ...(item.state === 'stored' ? { 'evidence.retrieve-item': mayRetrieve(item, inMyStore(cx, item)) } : {}),
    ...(item.state === 'left' ? { 'evidence.take-in-items': mayTakeInLeft(item, inMyStore(cx, item)) } : {}),
    'evidence.hand-over': mayHandOver(item, me, null),
    'evidence.store-item': allOf(noBody(item), mayStore(item, me)),
    'evidence.dispatch-consignment': allOf(noBody(item), mayDispatch(item, me)),
    'evidence.check-out-to-court': allOf(noBody(item), mayHandOver(item, me, null)),
    'evidence.print-label': yes,
  }
}

/** A count of money that waits for its second person. */
function openCount(item: WholeItem) {
  const last = cashRounds(item.cash).at(-1)
  return last?.state === 'waits' ? last.first : null
}

/** In the order in which a person would want them; the first that is open is the one great button of the page. */
export function verdictsOf(
  cx: Cx,
  item: WholeItem,
  findings: readonly Finding[],
  held: readonly string[],
): Record<string, Verdict> {
  const me = cx.actor.id
  const unexplained = findings.some((f) => f.explained === null)
  const { 'evidence.print-label': label, ...standing } = standingVerdicts(cx, item)
  const own = new Set(item.own_hazards.map((h) => h.hazard))
  return {
    ...(item.offer?.from_person === me ? { 'evidence.withdraw-hand-over': yes } : {}),
    ...(findings.length > 0
      ? {
          'evidence.explain-difference': unless(
            unexplained,
            no('evidence.nothing-to-explain', { number: item.number }),
          ),
        }
      : {}),
    ...standing,
    'evidence.print-label': label ?? yes,
    ...(item.seals.length > 0 ? { 'evidence.break-seal': mayHandle(item, me) } : {}),
    'evidence.seal-item': maySeal(item, me, ''),
    'evidence.itemise-package': mayHandle(item, me),
    'evidence.weigh-item': mayHandle(item, me),
    'evidence.take-subsample': allOf(mayHandle(item, me), isOpen(item)),
    'evidence.recover-from-item': allOf(mayHandle(item, me), isOpen(item)),
    ...(item.taken_from ? { 'evidence.offer-counter-sample': mayHandle(item, me) } : {}),
    'evidence.link-items': stillHere(item),
    'evidence.intend-disposition': stillHere(item),
    'evidence.add-to-case': stillHere(item),
    'evidence.give-consumption-notice': stillHere(item),
    'evidence.consume-item': allOf(noBody(item), mayHandle(item, me), isOpen(item)),
    ...(item.is_cash
      ? { 'evidence.count-cash': mayCountCash(item, true, cx.actor.id, openCount(item)) }
      : {}),
    'evidence.photograph-item': stillHere(item),
    ...(item.packed_in ? { 'evidence.unpack-items': mayHandle(item, me) } : {}),
    'evidence.pack-items': allOf(noBody(item), mayHandle(item, me)),
    'evidence.repack-item': allOf(mayHandle(item, me), isOpen(item)),
    'evidence.flag-hazard': stillHere(item),
    ...(own.size > 0
      ? { 'evidence.make-safe': mayHandle(item, me), 'evidence.clear-hazard': mayHandle(item, me) }
      : {}),
    'evidence.note-discrepancy': stillHere(item),
    'evidence.describe-item': stillHere(item),
    'evidence.correct-description': stillHere(item),
    'evidence.correct-custody-entry': yes,
    'evidence.report-missing': mayReportMissing(item, me, isNear(cx, item)),
    'evidence.return-item': allOf(noBody(item), mayLeave(item, me, held)),
    'evidence.void-item': allOf(noBody(item), mayHandle(item, me)),
  }
}

/** What comes next and who has it: trouble first, then whoever is waited for. */
export function nextOf(cx: Cx, item: WholeItem, findings: readonly Finding[]): ItemSeen['next'] {
  const open = findings.find((f) => f.explained === null)
  const who = item.holder?.name ?? null
  const where = item.holder?.where ?? ''
  const next = (key: string, more: Partial<NonNullable<ItemSeen['next']>> = {}): ItemSeen['next'] => ({
    text: cx.say(key, { where }),
    who,
    more: null,
    ...more,
  })
  if (item.state === 'missing') return next('evidence.next-find', { who: null })
  if (item.offer)
    return next('evidence.next-accept', {
      who: item.offer.to,
      more: cx.say('evidence.next-offered-by', { from: item.offer.from }),
    })
  if (open)
    return next(open.kind === 'gap' ? 'evidence.next-explain-gap' : 'evidence.next-explain', {
      more: open.text,
    })
  if (item.state === 'received') return next('evidence.next-store')
  if (item.state === 'left') return next('evidence.next-take-in')
  if (item.state === 'in-transit') return next('evidence.next-arrive')
  if (item.state === 'at-court') return next('evidence.next-back')
  return null
}
