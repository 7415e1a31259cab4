/** Lifts a hold on a body, with the reason. */
import { holdsOn, liftHold } from '#modules/cases/public.ts'
import { itemRef } from '#modules/evidence/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { bodyHere } from '../body-step.ts'
import { Done } from '../../call/contract.ts'
import { FreeBody } from '../contract.ts'
import { deciders } from '../../roles.ts'

export const freeBody = command({
  name: 'death.free-body',
  summary: 'Lifts a hold on a body, with the reason.',
  who: deciders,
  reason: 'required',
  input: FreeBody,
  output: Done,
  async run(cx, input) {
    const { thing } = await bodyHere(cx, input.death)
    const held = (await holdsOn(cx, [itemRef(thing.id)])).get(itemRef(thing.id)) ?? []
    const hold = held.find((h) => h.id === input.hold && h.kind !== 'born' && h.kind !== 'work')
    refuseUnless(unless(hold !== undefined, no('death.no-such-hold')))
    await liftHold(cx, input.hold, 'death.lift-on-authority')
    return { id: input.hold }
  },
})
