/** The lot is lost: all of it is done again, however good the rest may be. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { EndLot, LotEnded } from '../contract.ts'
import { rejectAll } from '../ending-lots.ts'
import { inspectors } from '../../roles.ts'
import { mayReject } from '../rules.ts'
import { seeLot } from '../store/lots.ts'

export const rejectLot = command({
  name: 'archive.reject-lot',
  summary: 'Rejects a lot in which more faults were seen than the plan bears; all of it is done again.',
  who: inspectors,
  input: EndLot,
  output: LotEnded,
  async run(cx, input) {
    const l = await seeLot(cx, input.lot, { lock: true })
    cx.allow(l)
    refuseUnless(mayReject(l))
    const files = await rejectAll(cx, l, input.words ?? null)
    return { lot: l.id, state: 'rejected' as const, faults: l.faults, files }
  },
})
