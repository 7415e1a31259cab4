/** A thing as the record knew it at an instant: nothing that was recorded later, whatever time it speaks of; pure. */
import type { WholeItem } from '../things/store/chain.ts'
import type { ItemState } from '../things/contract.ts'

const until =
  (at: string) =>
  (row: { readonly recorded_at: string }): boolean =>
    row.recorded_at <= at

/** Undefined where the record did not know it yet. */
export function asKnown(item: WholeItem, at: string): WholeItem | undefined {
  const known = until(at)
  const events = item.events.filter(known)
  const last = events.at(-1)
  if (!last) return undefined
  const descriptions = item.descriptions.filter(known)
  const seals = item.seals_of
    .filter(known)
    .map((s) => ({ ...s, events: s.events.filter(known) }))
    .filter((s) => s.events.length > 0)
  const own = ownHazards(item, known)
  const moved = last.seq !== item.seq
  return {
    ...item,
    description: descriptions[0]?.words ?? item.description,
    state: last.state as ItemState,
    holder: last.to,
    since: last.at,
    due_at: last.due_at,
    seq: last.seq,
    seals: seals
      .filter((s) => ['applied', 'intact'].includes(s.events.at(-1)?.kind ?? ''))
      .map((s) => s.number),
    // What was packed with it then is not rebuilt: its own dangers are certain, inherited ones are those of today.
    hazards: [
      ...own.map((h) => h.hazard),
      ...item.hazards.filter((h) => !item.own_hazards.some((o) => o.hazard === h)),
    ],
    own_hazards: own,
    offered_to: null,
    offer: null,
    descriptions,
    particulars: item.particulars.filter(known),
    events,
    corrections: item.corrections.filter(known),
    seals_of: seals,
    weighings: item.weighings.filter(known),
    taken: item.taken.filter((t) => t.at <= at),
    packaging: item.packaging.filter(known),
    discrepancies: item.discrepancies.filter(known),
    explanations: item.explanations.filter(known),
    cash: item.cash.filter(known),
    photographs: item.photographs.filter(known),
    label_prints: item.label_prints.filter((t) => t <= at),
    family: item.family.filter((f) => f.born <= at),
    path: moved && last.to?.kind === 'place' ? pathOf(last.to) : moved ? [] : item.path,
    shelf: moved ? [] : item.shelf,
  }
}

function ownHazards(item: WholeItem, known: (row: { recorded_at: string }) => boolean) {
  const newest = new Map(item.hazard_steps.filter(known).map((h) => [h.hazard, h]))
  return [...newest.values()]
    .filter((h) => h.state === 'flagged')
    .map(({ hazard, words }) => ({ hazard, words }))
}

/** Places have no history of their own: the way to it is told as it was written into the custody entry. */
const pathOf = (hand: { id: string | null; name: string; where: string | null }): WholeItem['path'] =>
  (hand.where ?? hand.name)
    .split(' › ')
    .map((name) => ({ id: hand.id ?? '', code: name, name, kind: 'place' }))
