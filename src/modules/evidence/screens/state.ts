/** How states of things look: the kit's chip for each of ours. */
import type { StateName } from '#ui/StateChip.tsx'
import type { ItemState } from '../contract.ts'

export const chipOf: Readonly<Record<ItemState, StateName>> = {
  received: 'received',
  held: 'at-bench',
  stored: 'in-store',
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
