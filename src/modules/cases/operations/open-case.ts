/** Opens a case file with everything known so far in one act: numbers, people, offences, place, time, investigator. */
import { command } from '#platform/define.ts'
import { Created, OpenCase } from '../contract.ts'
import { openers } from '../roles.ts'
import { checkCodes, nextCaseNumber, wantedOf } from '../store/codes.ts'
import { openCases } from '../store/opening.ts'

export const openCase = command({
  name: 'cases.open-case',
  summary: 'Opens a case file with everything known so far: numbers, people, offences, place, time, investigator.',
  who: openers,
  input: OpenCase,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    const iccs = await checkCodes(cx, wantedOf(input))
    const id = input.id ?? cx.newId()
    const number = await nextCaseNumber(cx)
    await openCases(cx, [{ id, number, input, iccs }])
    return { id, number }
  },
})
