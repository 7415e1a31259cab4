/** Receives a body into a place of the morgue: it becomes a thing that custody follows, under the number of the death; who was taken up comes again as the same thing. */
import {
  type ItemRow,
  barcodeOf,
  checkItemCodes,
  comeAgain,
  hasRoom,
  itemRef,
  makeThings,
  placeById,
  seeItem,
} from '#modules/evidence/public.ts'
import type { z } from 'zod'
import { ref } from '#kernel/shapes.ts'
import { invariant, refuseUnless } from '#kernel/verdict.ts'
import type { Cx, NewEntry } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { restOf } from '../burial.ts'
import { BodyReceived, ReceiveBody } from '../contract.ts'
import { morguePeople } from '../../roles.ts'
import { mustBeOfMorgue } from '../morgue.ts'
import { bandSaid, mayReceiveBody } from '../rules.ts'
import { staysOf } from '../store/bodies.ts'
import { type DeathRow, deathRef, seeDeath } from '../../call/store/deaths.ts'
import { refreshDeaths } from '../../call/store/standing.ts'

type Input = z.output<typeof ReceiveBody>
interface Place {
  readonly id: string
  readonly name: string
  readonly path: string
}
export const receiveBody = command({
  name: 'death.receive-body',
  summary: 'Receives a body into a place of the morgue: custody follows it from here like any exhibit.',
  who: morguePeople,
  input: ReceiveBody,
  output: BodyReceived,
  async run(cx, input) {
    const before = await seeDeath(cx, input.death)
    await cx.lock([
      deathRef(input.death),
      ref('evidence.location', input.place),
      ...(before.body ? [itemRef(before.body)] : []),
    ])
    const death = await seeDeath(cx, input.death)
    cx.allow(death)
    refuseUnless(mayReceiveBody(death, await restOf(cx, death)))
    refuseUnless(bandSaid(death.body !== null, input.band))
    await checkItemCodes(cx, [{ description: '', hazards: input.hazards }])
    const place = await placeById(cx, input.place)
    refuseUnless(await mustBeOfMorgue(cx, place))
    refuseUnless(hasRoom(place, 1))
    const thing = death.body ?? input.id ?? cx.newId()
    const stay = death.body === null ? null : (await staysOf(cx, death.root)).length + 1
    const entry: NewEntry = {
      subject: deathRef(death.id),
      root: death.root,
      facts: { body: thing, place: place.id, ...(stay ? { stay } : {}) },
      rows: {
        'death.body': [
          {
            id: cx.newId(),
            root: death.root,
            thing,
            stay,
            band: input.band ?? null,
            condition: input.condition ?? null,
            brought_by: input.broughtBy,
            brought_from: input.broughtFrom ?? null,
            taken_at: input.takenAt ?? null,
            at: cx.occurredAt,
          },
        ],
      },
    }
    if (death.body) await again(cx, await seeItem(cx, death.body), place, input, entry)
    else await first(cx, death, thing, place, input, entry)
    await refreshDeaths(cx, [death.root])
    return { id: death.id, thing, number: death.number ?? '', barcode: barcodeOf(thing) }
  },
})

async function first(
  cx: Cx,
  death: DeathRow,
  thing: string,
  place: Place,
  input: Input,
  entry: NewEntry,
): Promise<void> {
  invariant(death.number && death.case_root, 'an accepted death has no number')
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
    [entry],
  )
}

/** Out of the hands that took it from the grave; where somebody else brings it, theirs stands between. */
async function again(cx: Cx, thing: ItemRow, place: Place, input: Input, entry: NewEntry): Promise<void> {
  const same = thing.holder?.name.trim().toLowerCase() === input.broughtBy.trim().toLowerCase()
  const tookAt = input.takenAt ?? cx.occurredAt
  await comeAgain(
    cx,
    thing,
    {
      kind: 'received',
      state: 'stored',
      to: { kind: 'place', id: place.id, name: place.name, where: place.path },
      tookBy: cx.actor.id,
      words: input.condition ?? null,
      ...(same
        ? {}
        : {
            gaveAt: tookAt,
            through: [
              {
                to: { kind: 'person', id: null, name: input.broughtBy, where: input.broughtFrom ?? null },
                tookAt,
                gaveAt: null,
              },
            ],
          }),
    },
    { seals: input.seal ? [input.seal] : [], hazards: input.hazards },
    [entry],
  )
}
