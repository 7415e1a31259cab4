/** Gives an appointment back: who booked it, or the counter. */
import { notify, notifyUnit } from '#identity/notices.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Told } from '../contract.ts'
import { WithdrawAppointment } from '../contract/appointments.ts'
import { speakers } from '../roles.ts'
import { mayGiveBack } from '../rules/times.ts'
import { appointmentById } from '../store/appointments.ts'

export const withdrawAppointment = command({
  name: 'portal.withdraw-appointment',
  summary: 'Gives an appointment back: who booked it, or the counter.',
  who: speakers,
  input: WithdrawAppointment,
  output: Told,
  async run(cx, input) {
    const subject = ref('portal.appointment', input.appointment)
    await cx.lock([subject])
    const one = await appointmentById(cx, input.appointment)
    cx.allow(one)
    refuseUnless(mayGiveBack(one, cx.now))
    const id = cx.newId()
    await cx.record({
      subject,
      root: one.root,
      rows: { 'portal.appointment_withdrawn': [{ id, appointment: one.id, root: one.root }] },
    })
    const about = { subject, root: one.root, path: '/portal/appointments' }
    if (one.person === cx.actor.id) await notifyUnit(cx, one.counter, 'portal.notice-given-back', about)
    else await notify(cx, [one.person], 'portal.notice-given-back', about)
    return { id }
  },
})
