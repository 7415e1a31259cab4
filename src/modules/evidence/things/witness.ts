/** A door that asks for two persons: the second one signs with the PIN, in the same act. */
import { refuseUnless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { CoSigner } from './contract.ts'
import { witnessed } from './rules.ts'
import { checkCoSigner, peopleOf, type PersonFacts } from './store/hands.ts'

/** `asks` are the names of the places that ask; answers the witness, where there is one. */
export async function witnessOf(
  cx: Cx,
  asks: readonly string[],
  witness: CoSigner | undefined,
): Promise<PersonFacts | null> {
  refuseUnless(witnessed(asks, witness !== undefined))
  if (!witness) return null
  await checkCoSigner(cx, witness)
  return (await peopleOf(cx, [witness.person])).get(witness.person) ?? null
}
