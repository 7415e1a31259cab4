/** Confirms that a body is a missing person, by a method that identifies: the identity follows. */
import { command } from '#platform/define.ts'
import { ConfirmMatch } from '../contract.ts'
import { Done } from '../../call/contract.ts'
import { identify } from '../identified.ts'
import { pairUp } from '../pairs.ts'
import { pathologists } from '../../roles.ts'

export const confirmMatch = command({
  name: 'death.confirm-match',
  summary: 'Confirms that a body is a missing person, by a method that identifies: the identity follows.',
  who: pathologists,
  input: ConfirmMatch,
  output: Done,
  stepUp: true,
  async run(cx, input) {
    const { id, death, missing } = await pairUp(cx, input, 'confirmed')
    await identify(cx, death, {
      state: 'confirmed',
      method: input.method,
      name: missing.name,
      saidBy: { name: cx.actor.name },
      words: input.words ?? null,
      missing: missing.id,
    })
    return { id }
  },
})
