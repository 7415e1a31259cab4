/** Tells a body and a missing person apart, with the reason. */
import { command } from '#platform/define.ts'
import { Done } from '../../call/contract.ts'
import { ExcludeMatch } from '../contract.ts'
import { pairUp } from '../pairs.ts'
import { investigators } from '../../roles.ts'

export const excludeMatch = command({
  name: 'death.exclude-match',
  summary: 'Tells a body and a missing person apart, with the reason.',
  who: investigators,
  input: ExcludeMatch,
  output: Done,
  async run(cx, input) {
    return { id: (await pairUp(cx, input, 'excluded')).id }
  },
})
