/** A section takes a request on for a customer that pays fees by its agreement: what it costs is written down, by the list of that day. */
import { heldAgency } from '#identity/agency-rules.ts'
import { codesOf } from '#modules/catalogue/public.ts'
import type { Reaction } from '#platform/cx.ts'
import { type ExaminationFee, owedForExamination } from '../rules/records.ts'
import { chargeRow } from '../records-steps.ts'
import { examinationOf } from '../store/records.ts'

export const onAccepted: Reaction = {
  name: 'portal.on-accepted',
  on: ['work.accept-request'],
  async run(cx, entry) {
    await cx.lock([entry.subject])
    const request = await examinationOf(cx, entry.subject)
    if (!request?.agency || request.charged) return
    if (!(await heldAgency(cx, 'pays-fees', { unit: request.unit }))) return
    const rules = (await codesOf(cx, 'examination-fee')).map((c) => ({
      code: c.code,
      data: (c.data ?? {}) as ExaminationFee,
    }))
    const owed = owedForExamination(rules, request)
    if (!owed) return
    await cx.record({
      subject: entry.subject,
      root: request.root,
      facts: { owed: owed.amount, currency: owed.currency, rule: owed.rule },
      rows: {
        'portal.charge': [
          chargeRow(cx, owed, { root: request.root, subject: entry.subject, agency: request.agency }),
        ],
      },
    })
  },
}
