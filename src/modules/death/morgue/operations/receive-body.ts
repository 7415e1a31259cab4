/** Receives a body into a place of the morgue: it becomes a thing that custody follows, under the number of the death. */
import { barcodeOf, hasRoom, makeThings, placeById } from '#modules/evidence/public.ts'
import { ref } from '#kernel/shapes.ts'
import { invariant, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { BodyReceived, ReceiveBody } from '../contract.ts'
import { morguePeople } from '../../roles.ts'
import { mustBeOfMorgue } from '../morgue.ts'
import { mayReceiveBody } from '../rules.ts'
import { deathRef, seeDeath } from '../../call/store/deaths.ts'
import { refreshDeaths } from '../../call/store/standing.ts'

export const receiveBody = command({
  name: 'death.receive-body',
  summary: 'Receives a body into a place of the morgue: custody follows it from here like any exhibit.',
  who: morguePeople,
  input: ReceiveBody,
  output: BodyReceived,
  async run(cx, input) {
    await cx.lock([deathRef(input.death), ref('evidence.location', input.place)])
    const death = await seeDeath(cx, input.death)
    cx.allow(death)
    refuseUnless(mayReceiveBody(death))
    invariant(death.number && death.case_root, 'an accepted death has no number')
    const place = await placeById(cx, input.place)
    refuseUnless(await mustBeOfMorgue(cx, place))
    refuseUnless(hasRoom(place, 1))
    const thing = input.id ?? cx.newId()
    await makeThings(
      cx,
      [
        {
          id: thing,
          number: death.number,
          root: death.case_root,
          kind: 'body',
          input: {
            description: cx.ground.say('en')('death.body-of', { number: death.number }),
            type: null,
            hazards: [...input.hazards],
            seals: input.seal ? [{ number: input.seal, state: 'intact' }] : [],
            takenPlace: input.broughtFrom ?? null,
          },
          before: input.takenAt
            ? [{ name: input.broughtBy, where: input.broughtFrom ?? null, tookAt: input.takenAt }]
            : [],
          from: { kind: 'person', id: null, name: input.broughtBy, where: input.broughtFrom ?? null },
          first: {
            kind: 'received',
            state: 'stored',
            to: { kind: 'place', id: place.id, name: place.name, where: place.path },
            tookBy: cx.actor.id,
          },
        },
      ],
      [
        {
          subject: deathRef(death.id),
          root: death.root,
          facts: { body: thing, place: place.id },
          rows: {
            'death.body': [
              {
                id: cx.newId(),
                root: death.root,
                thing,
                condition: input.condition ?? null,
                brought_by: input.broughtBy,
                brought_from: input.broughtFrom ?? null,
                taken_at: input.takenAt ?? null,
                at: cx.occurredAt,
              },
            ],
          },
        },
      ],
    )
    await refreshDeaths(cx, [death.root])
    return { id: death.id, thing, number: death.number, barcode: barcodeOf(thing) }
  },
})
