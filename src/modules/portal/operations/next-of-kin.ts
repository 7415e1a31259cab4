/** Who is known as next of kin where papers of a death are asked for, beside who asks: whether that is the same person, a person decides. */
import { normaliseName } from '#modules/cases/public.ts'
import { kinOfPapers } from '#modules/death/public.ts'
import { seeReport } from '#modules/reports/public.ts'
import { query } from '#platform/define.ts'
import { NextOfKin, NextOfKinSeen } from '../contract/records.ts'
import { decidesRecords } from '../roles.ts'
import { recordById } from '../store/records.ts'

export const nextOfKin = query({
  name: 'portal.next-of-kin',
  summary: 'Who is known as next of kin where papers of a death are asked for, beside who asks.',
  who: decidesRecords,
  input: NextOfKin,
  output: NextOfKinSeen,
  reads: 'sensitive',
  async run(cx, input) {
    const r = await recordById(cx, input.request)
    cx.allow(r)
    const requests: string[] = []
    for (const report of new Set(input.reports.split(','))) {
      const v = await seeReport(cx, report)
      cx.allow({ may_see: v.may_see, root: v.root })
      requests.push(v.request)
    }
    const asker = r.asker_name ?? r.said?.name ?? null
    const plain = asker === null ? null : normaliseName(asker)
    return {
      asker,
      document: r.said?.document ?? null,
      items: (await kinOfPapers(cx, requests)).map((k) => ({
        ...k,
        sameName: normaliseName(k.name) === plain,
      })),
    }
  },
})
