/** The door of evidence: what higher modules may ask of a thing, and do with it under their own operation. */
import type { Say } from '#kernel/say.ts'
import type { Cx } from '#platform/cx.ts'
import type { Finding } from './contract.ts'
import { corrected, findingsOf } from './findings.ts'
import { type EventFact, chainsOf } from './store/chain.ts'

export { itemRef, itemsOfCase, seeItem, seeItems } from './store/items.ts'
export type { Holder, ItemRow } from './store/items.ts'
export { labelFacts, packagingOf } from './store/facts.ts'
export type { LabelFacts, PackagingFacts } from './store/facts.ts'
export { openItemForWork, takeSubsampleStep, weighStep } from './steps.ts'
export type { Take, Weigh, Weighing } from './steps.ts'
export { custodyPaper } from './custody-paper.ts'
export { checkItemCodes, makeThings, withDangers } from './making.ts'
export { barcodeOf } from './barcode.ts'
export { ownHand } from './store/hands.ts'
export type { NewThing } from './birth.ts'
export { move } from './moving.ts'
export type { Move } from './moving.ts'
export { weightOf } from './store/measures.ts'
export { hasRoom } from './rules/hands.ts'
export { placeById } from './store/hands.ts'
export { witnessOf } from './witnessing.ts'
export { signatureOf } from './signing.ts'
export type { EventFact } from './store/chain.ts'

/** Every hand of each thing as it should have been entered, and each gap and contradiction in words; the caller has asked who may see them. */
export async function custodyTold(
  cx: Pick<Cx, 'tx'>,
  things: readonly string[],
  say: Say,
): Promise<Map<string, { hands: readonly EventFact[]; findings: readonly Finding[] }>> {
  const chains = await chainsOf(cx, things)
  return new Map(
    Array.from(chains, ([id, facts]) => [id, { hands: corrected(facts), findings: findingsOf(facts, say) }]),
  )
}
