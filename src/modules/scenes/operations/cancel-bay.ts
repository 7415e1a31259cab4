/** Gives a bay back that was kept for a vehicle and is not needed. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { CancelBay, Done } from '../contract.ts'
import { attending } from '../roles.ts'
import { mayCancel } from '../rules.ts'
import { bayStep, bookingRef, seeBooking } from '../store/bays.ts'

export const cancelBay = command({
  name: 'scenes.cancel-bay',
  summary: 'Gives a bay back that was kept for a vehicle and is not needed.',
  who: attending,
  reason: 'required',
  input: CancelBay,
  output: Done,
  async run(cx, input) {
    const booking = await seeBooking(cx, input.booking)
    cx.allow(booking)
    refuseUnless(mayCancel(booking.state))
    const step = bayStep(cx, booking, { kind: 'cancelled', words: cx.reason })
    await cx.record({
      subject: bookingRef(booking.id),
      root: booking.root,
      facts: { kind: 'cancelled' },
      rows: { 'scenes.bay_step': [step] },
    })
    return { id: step.id }
  },
})
