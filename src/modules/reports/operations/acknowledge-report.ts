/** The recipient says that the certificate, or the word that it is replaced or withdrawn, arrived. */
import { allOf, no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AcknowledgeReport, Delivered } from '../contract.ts'
import { paperNumber } from '../rules.ts'
import { reportRef } from '../standing.ts'
import { getDelivery, isMine } from '../store/recipients.ts'
import { getVersion } from '../store/versions.ts'

export const acknowledgeReport = command({
  name: 'reports.acknowledge-report',
  summary: 'The recipient says that the certificate arrived.',
  who: 'signed-in',
  input: AcknowledgeReport,
  output: Delivered,
  async run(cx, input) {
    const delivery = await getDelivery(cx, input.delivery)
    const v = await getVersion(cx, delivery.version)
    cx.allow({ may_see: v.may_see, root: v.root })
    await cx.lock([reportRef(v.report)])
    refuseUnless(
      allOf(
        unless(isMine(cx, delivery), no('reports.not-the-recipient')),
        unless(delivery.receipt_at === null, no('reports.acknowledged-already')),
      ),
    )
    await cx.record({
      subject: reportRef(v.report),
      root: v.root,
      facts: { number: paperNumber(v), version: v.version, delivery: delivery.id, kind: delivery.kind },
      rows: { 'reports.receipt': [{ id: cx.newId(), delivery: delivery.id, words: input.words ?? null }] },
    })
    return { id: v.report, number: paperNumber(v), delivery: delivery.id }
  },
})
