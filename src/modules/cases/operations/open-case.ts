/** Opens a case file with everything known so far in one act: numbers, people, offences, place, time, investigator. */
import { command } from '#platform/define.ts'
import { Created, OpenCase } from '../contract.ts'
import { openers } from '../roles.ts'
import { openCaseStep } from '../store/open-step.ts'

export const openCase = command({
  name: 'cases.open-case',
  summary:
    'Opens a case file with everything known so far: numbers, people, offences, place, time, investigator.',
  who: openers,
  input: OpenCase,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    return openCaseStep(cx, input)
  },
})
