/** How counts of a store scored over time, of the reader's offices. */
import { query } from '#platform/define.ts'
import { AuditTrend, AuditTrendQuery } from '../contract.ts'
import { stockCounters } from '../../roles.ts'
import { auditScore } from '../rules.ts'
import { auditTrend as trendOf } from '../store/audits.ts'

export const auditTrend = query({
  name: 'evidence.audit-trend',
  summary: 'How counts of a store scored over time, of the reader’s offices.',
  who: stockCounters,
  input: AuditTrendQuery,
  output: AuditTrend,
  async run(cx, input) {
    cx.allow(null)
    return { items: (await trendOf(cx, input.place)).map((r) => ({ ...r, ...auditScore(r) })) }
  },
})
