/** The lot holds: no more faults were seen than the plan bears. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { EndLot, LotEnded } from '../contract.ts'
import { acceptAll } from '../ending-lots.ts'
import { inspectors } from '../../roles.ts'
import { mayAccept } from '../rules.ts'
import { seeLot } from '../store/lots.ts'

export const acceptLot = command({
  name: 'archive.accept-lot',
  summary: 'Accepts a lot in which no more faults were seen than the plan bears.',
  who: inspectors,
  input: EndLot,
  output: LotEnded,
  async run(cx, input) {
    const l = await seeLot(cx, input.lot, { lock: true })
    cx.allow(l)
    refuseUnless(mayAccept(l))
    const files = await acceptAll(cx, l, input.words ?? null)
    return { lot: l.id, state: 'accepted' as const, faults: l.faults, files }
  },
})
