/** Shows the file of a death: the call, what was decided and told, where it happened, what is still to be done. */
import { query } from '#platform/define.ts'
import { DeathSeen, GetDeath } from '../contract.ts'
import { readers } from '../../roles.ts'
import { seenOf } from '../death-seen.ts'
import { seeDeath } from '../../call/store/deaths.ts'

export const getDeath = query({
  name: 'death.get-death',
  summary:
    'Shows the file of a death: the call, what was decided, where it happened, what is still to be done.',
  who: readers,
  input: GetDeath,
  output: DeathSeen,
  reads: 'sensitive',
  async run(cx, input) {
    const death = await seeDeath(cx, input.death)
    cx.allow(death)
    return seenOf(cx, death)
  },
})
