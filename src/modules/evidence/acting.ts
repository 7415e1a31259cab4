/** What may be done with a thing as it stands, in the order in which a person would want it, and what comes next. */
import type { Cx } from '#platform/cx.ts'
import { allOf, no, unless, yes, type Verdict } from '#kernel/verdict.ts'
import type { Finding, ItemSeen } from './contract.ts'
import {
  isOpen,
  mayArrive,
  mayDispatch,
  mayHandOver,
  mayHandle,
  mayLeave,
  mayReportFound,
  mayReportMissing,
  mayRetrieve,
  mayReturnFromCourt,
  maySeal,
  mayStore,
  stillHere,
} from './rules.ts'
import type { WholeItem } from './store/chain.ts'

/** In the order in which a person would want them; the first that is open is the one great button of the page. */
export function verdictsOf(
  cx: Cx,
  item: WholeItem,
  findings: readonly Finding[],
  held: readonly string[],
): Record<string, Verdict> {
  const me = cx.actor.id
  const offered = item.offer
  const unexplained = findings.some((f) => f.explained === null)
  return {
    ...(offered?.toId === me ? { 'evidence.accept-hand-over': yes, 'evidence.decline-hand-over': yes } : {}),
    ...(offered?.from_person === me ? { 'evidence.withdraw-hand-over': yes } : {}),
    'evidence.explain-difference': unless(
      unexplained,
      no('evidence.nothing-to-explain', { number: item.number }),
    ),
    ...(item.state === 'in-transit'
      ? { 'evidence.receive-consignment': mayArrive(item, item.holder?.id ?? '') }
      : {}),
    ...(item.state === 'at-court' ? { 'evidence.return-from-court': mayReturnFromCourt(item) } : {}),
    ...(item.state === 'missing' ? { 'evidence.report-found': mayReportFound(item) } : {}),
    ...(item.state === 'stored' ? { 'evidence.retrieve-item': mayRetrieve(item) } : {}),
    'evidence.hand-over': mayHandOver(item, me, null),
    'evidence.store-item': mayStore(item, me),
    ...(item.seals.length > 0 ? { 'evidence.break-seal': mayHandle(item, me) } : {}),
    'evidence.seal-item': maySeal(item, me, ''),
    'evidence.weigh-item': mayHandle(item, me),
    'evidence.take-subsample': allOf(mayHandle(item, me), isOpen(item)),
    'evidence.itemise-package': mayHandle(item, me),
    'evidence.photograph-item': stillHere(item),
    'evidence.print-label': yes,
    'evidence.dispatch-consignment': mayDispatch(item, me),
    'evidence.check-out-to-court': mayHandOver(item, me, null),
    'evidence.flag-hazard': stillHere(item),
    'evidence.note-discrepancy': stillHere(item),
    'evidence.correct-description': stillHere(item),
    'evidence.report-missing': mayReportMissing(item),
    'evidence.return-item': mayLeave(item, me, held),
  }
}

/** What comes next and who has it: trouble first, then whoever is waited for. */
export function nextOf(cx: Cx, item: WholeItem, findings: readonly Finding[]): ItemSeen['next'] {
  const open = findings.find((f) => f.explained === null)
  if (item.state === 'missing') return { text: cx.say('evidence.next-find'), who: null }
  if (item.offer)
    return { text: cx.say('evidence.next-accept', { from: item.offer.from }), who: item.offer.to }
  if (open)
    return { text: cx.say('evidence.next-explain', { text: open.text }), who: item.holder?.name ?? null }
  if (item.state === 'received')
    return { text: cx.say('evidence.next-store'), who: item.holder?.name ?? null }
  if (item.state === 'in-transit')
    return {
      text: cx.say('evidence.next-arrive', { where: item.holder?.where ?? '' }),
      who: item.holder?.name ?? null,
    }
  if (item.state === 'at-court')
    return {
      text: cx.say('evidence.next-back', { where: item.holder?.where ?? '' }),
      who: item.holder?.name ?? null,
    }
  return null
}
