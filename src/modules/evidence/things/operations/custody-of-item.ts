/** Every hand that held a thing, from the first to now, with gaps and contradictions as they are. */
import { query } from '#platform/define.ts'
import { CustodyOfItem, OfItem } from '../contract.ts'
import { findingsOf } from '../findings.ts'
import { riverOf, chainSeen } from '../river.ts'
import { readers } from '../../roles.ts'
import { chainFacts, namesFor } from '../store/chain.ts'
import { seeItem } from '../store/items.ts'

export const custodyOfItem = query({
  name: 'evidence.custody-of-item',
  summary:
    'Shows every hand that held a thing, from the first to now, with gaps and contradictions as they are.',
  who: readers,
  input: OfItem,
  output: CustodyOfItem,
  async run(cx, input) {
    const item = await seeItem(cx, input.item)
    cx.allow(item)
    const facts = await chainFacts(cx, item.id)
    const names = await namesFor(
      cx,
      facts.packaging.flatMap((k) => [['packaging-type', k.type] as const, ['colour', k.colour] as const]),
      [],
      cx.say('evidence.language') === 'es' ? 'es' : 'en',
    )
    const findings = findingsOf(facts, cx.say, names.code)
    return {
      id: item.id,
      number: item.number,
      chain: chainSeen(facts),
      river: riverOf(facts, cx.now),
      findings,
      unbroken: !findings.some((f) => ['gap', 'order', 'two-holders'].includes(f.kind)),
    }
  },
})
