/** Begins the examination of a vehicle in the bay that was kept for it: an attendance like at any scene; what is found in it comes from the vehicle. */
import { seeItem } from '#modules/evidence/public.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AttendanceOpened, ExamineVehicle } from '../contract.ts'
import { fileOf } from '../files.ts'
import { beginAttendance } from '../opening.ts'
import { attending } from '../roles.ts'
import { mayExamine } from '../rules.ts'
import { bayStep, bookingRef, seeBooking } from '../store/bays.ts'
import { checkWhere } from '../writing.ts'

export const examineVehicle = command({
  name: 'scenes.examine-vehicle',
  summary: 'Begins the examination of a vehicle in the bay that was kept for it.',
  who: attending,
  input: ExamineVehicle,
  output: AttendanceOpened,
  async run(cx, input) {
    const booking = await seeBooking(cx, input.booking)
    cx.allow(booking)
    const vehicle = await seeItem(cx, booking.thing, { lock: true })
    refuseUnless(mayExamine(booking, vehicle, { me: cx.actor.id, now: cx.now }))
    const file = await fileOf(cx, { case: vehicle.root })
    await checkWhere(cx, input)
    const id = input.id ?? cx.newId()
    const opened = await beginAttendance(cx, file, {
      id,
      unit: cx.actor.unit,
      sceneType: input.sceneType,
      place: booking.name,
      facts: { vehicle: vehicle.id },
      row: { words: input.words ?? null },
    })
    await cx.record({
      subject: bookingRef(booking.id),
      root: vehicle.root,
      facts: { kind: 'examined', attendance: id },
      rows: { 'scenes.bay_step': [bayStep(cx, booking, { kind: 'examined', attendance: id })] },
    })
    return opened
  },
})
