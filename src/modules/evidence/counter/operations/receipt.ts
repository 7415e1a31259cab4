/** The receipt that whoever brought something takes along: what was taken in, what went back and why, who signed. */
import { letterhead } from '#modules/catalogue/public.ts'
import { receiptPdf } from '#platform/documents/papers.ts'
import { stream } from '#platform/define.ts'
import { ReceiptQuery } from '../contract.ts'
import { receiptOf } from '../receipt-paper.ts'
import { readers } from '../../roles.ts'
import { submissionById } from '../store/submissions.ts'
import { submissionSeen } from '../submission-seen.ts'

export const receipt = stream({
  name: 'evidence.receipt',
  summary: 'The receipt for whoever brought something: what was taken in, what went back and why.',
  who: readers,
  input: ReceiptQuery,
  async run(cx, input) {
    const row = await submissionById(cx, input.submission)
    cx.allow(row)
    const language = input.language ?? cx.language
    // In the words of the day on which it was given: a second print says what the first said.
    const say = await cx.ground.words(cx.tx, language, row.at)
    const seen = await submissionSeen({ ...cx, say }, row)
    const bytes = receiptPdf(
      receiptOf(seen, await letterhead(cx, language), { lang: language, say }, cx.ground.house.demo),
      { at: cx.now },
    )
    return { name: `receipt-${row.number}.pdf`, mediaType: 'application/pdf', bytes }
  },
})
