/** Type-ahead over a list: what begins with the typed letters first, in either language. */
import { query } from '#platform/define.ts'
import { FindCode, FoundCodes } from '../contract.ts'
import { dayOf } from '../rules.ts'
import { codeSeen } from '../seen.ts'
import { searchCodes } from '../store/codes.ts'

export const findCode = query({
  name: 'catalogue.find-code',
  summary: 'Finds codes of a list as somebody types.',
  who: 'signed-in',
  input: FindCode,
  output: FoundCodes,
  async run(cx, input) {
    cx.allow(null)
    return {
      items: (await searchCodes(cx.tx, input.list, input.q, dayOf(cx.now), input.limit)).map((row) =>
        codeSeen(cx, row),
      ),
    }
  },
})
