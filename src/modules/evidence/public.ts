/** The door of evidence: what higher modules may ask of a thing, and do with it under their own operation. */
import type { Say } from '#kernel/say.ts'
import type { Cx } from '#platform/cx.ts'
import type { Finding } from './contract.ts'
import { corrected, findingsOf } from './things/findings.ts'
import { type EventFact, chainsOf } from './things/store/chain.ts'

export { itemRef, itemsOfCase, seeItem, seeItems } from './things/store/items.ts'
export type { Holder, ItemRow } from './things/store/items.ts'
export { labelFacts, packagingOf } from './things/store/facts.ts'
export type { LabelFacts, PackagingFacts } from './things/store/facts.ts'
export { openItemForWork, takeSubsampleStep, weighStep } from './things/steps.ts'
export type { Take, Weigh, Weighing } from './things/steps.ts'
export { linkRows } from './things/linking.ts'
export { custodyPaper } from './page/custody-paper.ts'
export { checkItemCodes, makeThings, withDangers } from './things/new-things.ts'
export { barcodeOf } from './things/barcode.ts'
export { letSee, ownHand } from './things/store/hands.ts'
export { desksOf } from './counter/store/announced.ts'
export { announceHeld, announcedAs } from './counter/held.ts'
export { mayAnnounceHeld } from './counter/rules.ts'
export type { NewThing } from './things/birth.ts'
export { comeAgain } from './hands/again.ts'
export { move } from './things/change-of-hands.ts'
export type { Move } from './things/change-of-hands.ts'
export { weightOf } from './things/store/measures.ts'
export { hasRoom } from './hands/rules/hands.ts'
export { placeById } from './things/store/hands.ts'
export { witnessOf } from './things/witness.ts'
export { signatureOf } from './things/signatures.ts'
export { rulesToday } from './disposal/blocks.ts'
export { ruleFor } from './disposal/rules.ts'
export type { Rule as RetentionRuleRow } from './disposal/rules.ts'
export { checkCoSigner } from './things/store/hands.ts'
export type { EventFact } from './things/store/chain.ts'

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
