/** How states of things look: the kit's chip for each of ours. */
import type { IconName } from '#ui/Icon.tsx'
import type { StateName } from '#ui/StateChip.tsx'
import type { ItemState } from '../contract.ts'

export const chipOf: Readonly<Record<ItemState, StateName>> = {
  received: 'received',
  held: 'at-bench',
  stored: 'in-store',
  left: 'left',
  'in-transit': 'in-transit',
  'at-court': 'at-court',
  missing: 'missing',
  returned: 'released',
  consumed: 'disposed',
  void: 'void',
  disposed: 'disposed',
}
/** What pickers ask: one place, so that every form finds people, offices, places and cases alike. */
interface Named {
  id: string
  name: string
}
export const askUnits = {
  name: 'identity.list-units',
  label: (r: Named) => r.name,
  value: (r: Named) => r.id,
}
export const askPeople = {
  name: 'identity.list-people',
  label: (r: Named & { rank?: string | null }) => r.name,
  note: (r: { unitName?: string | null }) => r.unitName ?? '',
  value: (r: Named) => r.id,
}
export const askCases = {
  name: 'cases.find-cases',
  params: { state: 'open' },
  label: (r: { number: string; title: string }) => r.number,
  note: (r: { title: string }) => r.title,
  value: (r: { id: string }) => r.id,
}
export const askItems = {
  name: 'evidence.find-items',
  params: { state: 'all' },
  label: (r: { number: string }) => r.number,
  note: (r: { description: string }) => r.description,
  value: (r: { id: string }) => r.id,
}
export const askCodes = (list: string) => ({
  name: 'catalogue.find-code',
  params: { list },
  label: (r: { name: string }) => r.name,
  value: (r: { code: string }) => r.code,
})
export const askPlaces = {
  name: 'evidence.find-places',
  label: (r: { path: string }) => r.path,
  note: (r: { code: string }) => r.code,
  value: (r: { id: string }) => r.id,
}

/** One upload, or the first of a list. */
export function fileOf(value: unknown): unknown {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'object' && one !== null && 'sha256' in one ? one.sha256 : one
}

/** Acts that have a page of their own, because what they ask is a list. */
const pages: Readonly<Record<string, string>> = {
  'evidence.itemise-package': 'itemise',
  'evidence.count-cash': 'cash',
}
export const pageOf = (operation: string, item: string): string | undefined =>
  pages[operation] && `/evidence/items/${item}/${pages[operation]}`

const icons: Readonly<Record<string, IconName>> = {
  'evidence.accept-hand-over': 'check',
  'evidence.decline-hand-over': 'x',
  'evidence.withdraw-hand-over': 'back',
  'evidence.hand-over': 'hand-over',
  'evidence.store-item': 'store',
  'evidence.retrieve-item': 'door-exit',
  'evidence.receive-consignment': 'door-enter',
  'evidence.take-back': 'door-enter',
  'evidence.return-from-court': 'door-enter',
  'evidence.print-label': 'print',
  'evidence.weigh-item': 'scale',
  'evidence.count-cash': 'list',
  'evidence.tender-exhibit': 'gavel',
  'evidence.receive-from-court': 'door-enter',
  'evidence.recover-from-item': 'split',
  'evidence.offer-counter-sample': 'split',
  'evidence.link-items': 'edit',
  'evidence.break-seal': 'lock-open',
  'evidence.seal-item': 'lock',
  'evidence.itemise-package': 'list',
  'evidence.explain-difference': 'edit',
  'evidence.photograph-item': 'camera',
  'evidence.dispatch-consignment': 'truck',
  'evidence.check-out-to-court': 'gavel',
  'evidence.report-missing': 'zoom-question',
  'evidence.report-found': 'check',
  'evidence.take-subsample': 'split',
  'evidence.consume-item': 'flask',
  'evidence.pack-items': 'box',
  'evidence.unpack-items': 'box',
  'evidence.repack-item': 'package',
  'evidence.flag-hazard': 'warning',
  'evidence.make-safe': 'shield',
  'evidence.clear-hazard': 'shield',
  'evidence.note-discrepancy': 'flag',
  'evidence.describe-item': 'list',
  'evidence.correct-description': 'edit',
  'evidence.correct-custody-entry': 'edit',
  'evidence.return-item': 'door-exit',
  'evidence.void-item': 'ban',
}
export const iconOf = (operation: string): { icon?: IconName } => {
  const icon = icons[operation]
  return icon ? { icon } : {}
}
