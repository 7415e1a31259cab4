/** Moves a body to another place of a morgue; where the door asks for it, a second person signs. */
import { hasRoom, move, placeById, witnessOf } from '#modules/evidence/public.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { bodyHere } from '../body-step.ts'
import { Done } from '../../call/contract.ts'
import { MoveBody } from '../contract.ts'
import { mustBeOfMorgue } from '../morgue.ts'
import { morguePeople } from '../../roles.ts'

export const moveBody = command({
  name: 'death.move-body',
  summary: 'Moves a body to another place of a morgue.',
  who: morguePeople,
  input: MoveBody,
  output: Done,
  async run(cx, input) {
    // Of two who choose the last free place one comes second: the place is locked before it is counted.
    await cx.lock([ref('evidence.location', input.place)])
    const { death, thing } = await bodyHere(cx, input.death)
    const place = await placeById(cx, input.place)
    refuseUnless(unless(thing.holder?.id !== place.id, no('death.lies-there-already', { place: place.name })))
    refuseUnless(await mustBeOfMorgue(cx, place))
    refuseUnless(hasRoom(place, 1))
    const witness = await witnessOf(cx, place.witness ? [place.name] : [], input.witness)
    await move(cx, [thing], {
      kind: 'stored',
      state: 'stored',
      to: { kind: 'place', id: place.id, name: place.name, where: place.path },
      gaveBy: cx.actor.id,
      tookBy: cx.actor.id,
      witness,
      words: input.words ?? null,
    })
    return { id: death.id }
  },
})
