/** Who stands by when things leave for good, how each signs, and what they see leave. */
import type { z } from 'zod'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx, NewEntry } from '#platform/cx.ts'
import type { Act } from './completion.ts'
import type { DisposeItem } from './contract.ts'
import { signatureOf } from '../things/signatures.ts'
import { checkCoSigner, peopleOf } from '../things/store/hands.ts'
import type { ItemRow } from '../things/store/items.ts'
import type { Weighed } from './last-weights.ts'

type Input = z.output<typeof DisposeItem>

export const goneOf = (items: readonly ItemRow[], weights: ReadonlyMap<string, Weighed>): Act['gone'] =>
  items.map((i) => {
    const w = weights.get(i.id)
    return {
      number: i.number,
      description: i.description,
      type: null,
      seals: i.seals,
      expected: w?.expected ? `${w.expected} ${w.unit}` : null,
      weighed: w ? `${w.net} ${w.unit}` : null,
    }
  })

/** Every witness another person, none of them who carries it out; each signs in this act. */
export async function standingBy(
  cx: Cx,
  input: Pick<Input, 'witnesses' | 'outsiders'>,
  items: readonly ItemRow[],
): Promise<{ witnesses: Act['witnesses']; entries: NewEntry[] }> {
  const people = await peopleOf(
    cx,
    input.witnesses.map((w) => w.person),
  )
  refuseUnless(unless(people.size === input.witnesses.length, no('evidence.witness-twice')))
  const witnesses: Act['witnesses'][number][] = []
  const entries: NewEntry[] = []
  for (const w of input.witnesses) {
    await checkCoSigner(cx, w)
    const p = people.get(w.person)
    witnesses.push({
      name: p?.name ?? '',
      where: p?.where ?? null,
      document: null,
      how: 'pin',
      person: w.person,
      sign: null,
    })
  }
  for (const o of input.outsiders) {
    const signature = await signatureOf(cx, {
      side: 'took',
      root: items[0]?.root ?? '',
      person: null,
      name: o.name,
      where: o.where ?? null,
      signed: o,
      other: 'evidence.co-signer-not-taker',
    })
    entries.push(...signature.entries)
    witnesses.push({
      name: o.name,
      where: o.where ?? null,
      document: o.document ?? null,
      how: 'device',
      person: null,
      sign: signature.sign,
    })
  }
  return { witnesses, entries }
}
