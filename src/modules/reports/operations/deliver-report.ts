/** Gives an issued certificate to a person or an office, and lets them see the case that it speaks of. */
import { giveSight, seeCase } from '#modules/cases/public.ts'
import { allOf, no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { DeliverReport, Delivered } from '../contract.ts'
import { mayDeliver, paperNumber } from '../rules.ts'
import { reportRef } from '../standing.ts'
import { recipientName, recipientSees } from '../store/recipients.ts'
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
    refuseUnless(
      allOf(
        mayDeliver(v),
        unless(
          (await recipientName(cx, input.to)) !== undefined,
          no('reports.no-such-recipient', {}, 'reports.next-choose-recipient'),
        ),
      ),
    )
    await giveSight(cx, v.root, [input.to.person, input.to.unit], 'reports.deliver-report')
    const { sealed } = await seeCase(cx, v.root)
    refuseUnless(
      unless(
        !sealed || (await recipientSees(cx, v.root, input.to)),
        no('reports.case-sealed', {}, 'reports.next-give-access'),
      ),
    )
    const id = input.id ?? cx.newId()
    await cx.record({
      subject: reportRef(v.report),
      root: v.root,
      facts: {
        number: paperNumber(v),
        version: v.version,
        delivery: id,
        to: input.to.person ?? input.to.unit ?? null,
      },
      rows: {
        'reports.delivery': [
          {
            id,
            root: v.root,
            version: v.id,
            kind: 'copy',
            to_person: input.to.person ?? null,
            to_unit: input.to.unit ?? null,
            way: input.way ?? null,
            words: input.words ?? null,
          },
        ],
      },
    })
    return { id: v.report, number: paperNumber(v), delivery: id }
  },
})
