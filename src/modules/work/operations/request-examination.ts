/** Asks a section a question about items of a case; the items are then held until it is answered. */
import { caseworkers } from '#identity/roles.ts'
import { command } from '#platform/define.ts'
import { askSection } from '../asking.ts'
import { RequestDone, RequestExamination } from '../contract.ts'

export const requestExamination = command({
  name: 'work.request-examination',
  summary: 'Asks a section a question about items of a case.',
  who: caseworkers,
  input: RequestExamination,
  output: RequestDone,
  run: (cx, input) => askSection(cx, input, 'on-the-case'),
})
