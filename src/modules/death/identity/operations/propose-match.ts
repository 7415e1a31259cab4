/** Proposes that a body is a missing person, with the reasons that speak for it. */
import { command } from '#platform/define.ts'
import { Done } from '../../call/contract.ts'
import { ProposeMatch } from '../contract.ts'
import { pairUp } from '../pairs.ts'
import { investigators } from '../../roles.ts'

export const proposeMatch = command({
  name: 'death.propose-match',
  summary: 'Proposes that a body is a missing person, with the reasons that speak for it.',
  who: investigators,
  input: ProposeMatch,
  output: Done,
  async run(cx, input) {
    return { id: (await pairUp(cx, input, 'proposed')).id }
  },
})
