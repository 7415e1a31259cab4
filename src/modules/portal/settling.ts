/** A charge is paid or waived, once; records that waited for that alone are given in the same act. */
import { refuseUnless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { maySettle } from './rules/records.ts'
import {
  chargeRef,
  chargeSeen,
  mayGoNow,
  recordRef,
  releaseStep,
  settleEntry,
  standing,
} from './records-steps.ts'
import { chargeById, recordById } from './store/records.ts'
import type { ChargeSeen } from './contract/records.ts'

export async function settle(
  cx: Cx,
  charge: string,
  how: { kind: 'paid' | 'waived'; receipt: string | null; words: string | null },
): Promise<ChargeSeen> {
  const before = await chargeById(cx, charge)
  const [kind, request] = before.subject.split('/')
  const isRecords = kind === 'portal.record_request' && request !== undefined
  await cx.lock([chargeRef(charge), ...(isRecords ? [recordRef(request)] : [])])
  const c = await chargeById(cx, charge)
  cx.allow(c)
  refuseUnless(maySettle(c.settled))
  await cx.record(settleEntry(cx, c, how))
  if (isRecords) {
    const r = await recordById(cx, request)
    // Paid is paid; what is held since the decision stays at the counter, where it is told why.
    if (standing(r) === 'ready' && r.asker && (await mayGoNow(cx, r)).ok) await releaseStep(cx, r)
  }
  return chargeSeen(cx, await chargeById(cx, charge))
}
