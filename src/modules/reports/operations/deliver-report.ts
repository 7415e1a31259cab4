/** Gives an issued certificate to a person or an office, and lets them see the case that it speaks of. */
import { command } from '#platform/define.ts'
import { DeliverReport, Delivered } from '../contract.ts'
import { deliverStep } from '../delivering.ts'
import { paperNumber } from '../rules.ts'
import { reportRef } from '../standing.ts'
import { getVersion } from '../store/versions.ts'

export const deliverReport = command({
  name: 'reports.deliver-report',
  summary: 'Gives an issued certificate to a person or an office, who may then see the case.',
  who: ['analyst', 'section-head', 'director', 'quality-manager', 'evidence-officer', 'pathologist'],
  input: DeliverReport,
  output: Delivered,
  async run(cx, input) {
    await cx.lock([reportRef(input.report)])
    const v = await getVersion(cx, input.report)
    // Counters of any section hand papers out: need to know decides, not the section.
    cx.allow({ may_see: v.may_see, root: v.root })
    const { id, way, words } = input
    const delivery = await deliverStep(cx, v, input.to, { id, way, words })
    return { id: v.report, number: paperNumber(v), delivery }
  },
})
