/** One proposal whole: its things with what stands in the way of each, its steps, orders and certificates, and what may be done. */
import { query } from '#platform/define.ts'
import { DisposalSeen, OfDisposal } from '../contract.ts'
import { disposalSeen } from '../seen.ts'
import { disposers } from '../../roles.ts'
import { seeDisposal } from '../store/disposals.ts'

export const getDisposal = query({
  name: 'evidence.get-disposal',
  summary: 'Shows a proposal of disposal with its things, steps, orders and certificates.',
  who: disposers,
  input: OfDisposal,
  output: DisposalSeen,
  async run(cx, input) {
    const d = await seeDisposal(cx, input.disposal)
    cx.allow(d)
    return disposalSeen(cx, d)
  },
})
