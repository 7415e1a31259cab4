/** Shows an examination: its protocol, wounds on their diagrams, organs beside their ranges, specimens and what was asked of them. */
import { query } from '#platform/define.ts'
import { ExaminationSeen, OfExamination } from '../contract.ts'
import { readers } from '../../roles.ts'
import { examinationSeen } from '../examination-seen.ts'
import { seeExamination } from '../store/examinations.ts'

export const getExamination = query({
  name: 'death.get-examination',
  summary:
    'Shows an examination: its protocol, wounds on their diagrams, organs beside their ranges, specimens and orders.',
  who: readers,
  input: OfExamination,
  output: ExaminationSeen,
  reads: 'sensitive',
  async run(cx, input) {
    const e = await seeExamination(cx, input.examination)
    cx.allow(e)
    return examinationSeen(cx, e)
  },
})
