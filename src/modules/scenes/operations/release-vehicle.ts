/** Gives an examined vehicle back to whoever takes it, who signs for it; the bay is free again. */
import { holdsOn } from '#modules/cases/public.ts'
import { itemRef, letSee, move, ownHand, seeItem, signatureOf } from '#modules/evidence/public.ts'
import { ref } from '#kernel/shapes.ts'
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, ReleaseVehicle } from '../contract.ts'
import { attending } from '../roles.ts'
import { mayRelease } from '../rules.ts'
import { seeAttendance } from '../store/attendances.ts'
import { bayStep, bookingOf, bookingRef } from '../store/bays.ts'

export const releaseVehicle = command({
  name: 'scenes.release-vehicle',
  summary: 'Gives an examined vehicle back to whoever takes it, who signs for it.',
  who: attending,
  stepUp: true,
  input: ReleaseVehicle,
  output: Done,
  async run(cx, input) {
    const a = await seeAttendance(cx, input.attendance, { lock: true })
    cx.allow(a)
    const booking = await bookingOf(cx, a.id)
    if (!booking) throw notFound()
    await cx.lock([bookingRef(booking.id)])
    const vehicle = await seeItem(cx, booking.thing, { lock: true })
    refuseUnless(mayRelease(a, { ...vehicle, offered: vehicle.offered_to !== null }, cx.actor.id))
    // Out of the house it goes only when nothing holds it; the hold of birth waits for a disposal, which this is not.
    if (!input.to) {
      const subjects = [itemRef(vehicle.id), ref('cases.case', vehicle.root)]
      const holds = [...(await holdsOn(cx, subjects)).values()].flat().filter((h) => h.kind !== 'born')
      const why = holds.map((h) => cx.say(h.why, h.values)).join('; ')
      refuseUnless(
        unless(
          holds.length === 0,
          no('scenes.vehicle-held', { number: vehicle.number, why }, 'scenes.next-lift-hold'),
        ),
      )
    }
    if (input.to) await letSee(cx, input.to, [vehicle.root])
    const { others } = await ownHand(cx, input.to ? [input.to] : [])
    const taker = others.get(input.to ?? '') ?? input.outsider
    const to = {
      kind: 'person' as const,
      id: input.to ?? null,
      name: taker?.name ?? '',
      where: taker?.where ?? null,
    }
    const signed = await signatureOf(cx, {
      side: 'took',
      root: vehicle.root,
      person: to.id,
      name: to.name,
      where: to.where,
      coSigner: input.coSigner,
      signed: input.outsider,
      other: 'evidence.co-signer-not-taker',
    })
    const step = bayStep(cx, booking, { kind: 'released', attendance: a.id, words: input.words ?? null })
    await move(
      cx,
      [vehicle],
      {
        kind: 'accepted',
        state: 'held',
        to,
        gaveBy: cx.actor.id,
        tookBy: signed.by,
        tookSign: signed.sign,
        purpose: cx.ground.say('en')('scenes.released-after', { number: a.number }),
        words: input.words ?? null,
      },
      () => ({}),
      [
        ...signed.entries,
        {
          subject: bookingRef(booking.id),
          root: vehicle.root,
          facts: { kind: 'released', attendance: a.id },
          rows: { 'scenes.bay_step': [step] },
        },
      ],
    )
    return { id: step.id }
  },
})
