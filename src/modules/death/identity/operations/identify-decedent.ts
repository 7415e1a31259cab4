/** States who the dead person is said to be, by which method and who says so; confirmed, presumed, or taken back. */
import { command } from '#platform/define.ts'
import { Done } from '../../call/contract.ts'
import { IdentifyDecedent } from '../contract.ts'
import { identify } from '../identified.ts'
import { investigators } from '../../roles.ts'
import { seeDeath } from '../../call/store/deaths.ts'

export const identifyDecedent = command({
  name: 'death.identify-decedent',
  summary: 'States who the dead person is said to be, by which method and who says so.',
  who: investigators,
  input: IdentifyDecedent,
  output: Done,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    return { id: await identify(cx, death, input) }
  },
})
