/** Adds up what came in, what is left, used, given back and destroyed of a thing and everything taken from it, with the uncertainty of the sum. */
import { notFound } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { MassBalance, OfItem } from '../contract.ts'
import { readers } from '../../roles.ts'
import { balanceKey, balanceOf } from '../rules.ts'
import { familyOf } from '../store/balance.ts'
import { chainFacts } from '../store/chain.ts'
import { seeItem } from '../store/items.ts'

export const massBalance = query({
  name: 'evidence.mass-balance',
  summary:
    'Adds up what came in, is left, used, given back and destroyed of a thing and its parts, with the uncertainty.',
  who: readers,
  input: OfItem,
  output: MassBalance,
  async run(cx, input) {
    const item = await seeItem(cx, input.item)
    cx.allow(item)
    const family = await familyOf(cx, item.id)
    const source = family[0]
    if (!source) throw notFound()
    const balance = balanceOf(family)
    const said = (await chainFacts(cx, source.id)).explanations.findLast(
      (x) => x.about === balanceKey(source.id),
    )
    const weight = (w: { value: string; unit: string } | null): string | null => w && `${w.value} ${w.unit}`
    return {
      source: { id: source.id, number: source.number },
      balance: balance && { ...balance, unweighed: [...balance.unweighed] },
      things: family.map((t) => ({
        id: t.id,
        number: t.number,
        description: t.description,
        state: t.state,
        first: weight(t.first),
        now: weight(t.now),
      })),
      explained: said
        ? { words: said.words, by: said.by_name, at: said.recorded_at, witness: said.witness_name ?? null }
        : null,
    }
  },
})
