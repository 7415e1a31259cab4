/** Gives an issued certificate to a person or an office, and lets them see the case that it speaks of. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { DeliverReport, Delivered } from '../contract.ts'
import { deliveryRows, tellRecipients } from '../delivering.ts'
import { mayDeliver, paperNumber } from '../rules.ts'
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
    refuseUnless(mayDeliver(v))
    const id = input.id ?? cx.newId()
    const { way, words } = input
    const given = await deliveryRows(cx, v, [input.to], { id, way, words })
    await cx.record({
      subject: reportRef(v.report),
      root: v.root,
      facts: {
        number: paperNumber(v),
        version: v.version,
        delivery: id,
        to: input.to.person ?? input.to.unit ?? null,
      },
      rows: { 'reports.delivery': given },
    })
    await tellRecipients(cx, given, v)
    return { id: v.report, number: paperNumber(v), delivery: id }
  },
})
