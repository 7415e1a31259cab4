/** What came to the counter, newest first: taken in or sent back. */
import { query } from '#platform/define.ts'
import { FindSubmissions, SubmissionList } from '../contract.ts'
import { readers } from '../../roles.ts'
import { submissionLine } from '../submission-seen.ts'
import { listSubmissions } from '../store/submissions.ts'

export const findSubmissions = query({
  name: 'evidence.find-submissions',
  summary: 'Finds what came to the counter, newest first: taken in or sent back.',
  who: readers,
  input: FindSubmissions,
  output: SubmissionList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await listSubmissions(cx, input)
    return { items: rows.map(submissionLine), nextCursor }
  },
})
