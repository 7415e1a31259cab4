/** Holds a body in the house on somebody’s authority: it does not leave until the hold is lifted. */
import { placeHold } from '#modules/cases/public.ts'
import { itemRef } from '#modules/evidence/public.ts'
import { command } from '#platform/define.ts'
import { bodyHere } from '../body-step.ts'
import { Done } from '../../call/contract.ts'
import { HoldBody } from '../contract.ts'
import { papersPeople } from '../../roles.ts'

export const holdBody = command({
  name: 'death.hold-body',
  summary: 'Holds a body in the house on somebody’s authority: it does not leave until the hold is lifted.',
  who: papersPeople,
  input: HoldBody,
  output: Done,
  async run(cx, input) {
    const { thing } = await bodyHere(cx, input.death)
    const id = await placeHold(cx, {
      subject: itemRef(thing.id),
      root: thing.root,
      kind: input.kind,
      why: 'death.hold-on-authority',
      values: { authority: input.authority },
    })
    return { id }
  },
})
