/** One submission whole: who brought what, how it was signed, what was taken in and what went back. */
import { query } from '#platform/define.ts'
import { OfSubmission, SubmissionSeen } from '../contract.ts'
import { readers } from '../../roles.ts'
import { submissionById } from '../store/submissions.ts'
import { submissionSeen } from '../submission-seen.ts'

export const getSubmission = query({
  name: 'evidence.get-submission',
  summary: 'Shows one submission whole: who brought what, how it was signed, what went back.',
  who: readers,
  input: OfSubmission,
  output: SubmissionSeen,
  async run(cx, input) {
    const row = await submissionById(cx, input.id)
    cx.allow(row)
    return submissionSeen(cx, row)
  },
})
