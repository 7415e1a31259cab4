/** Who is on duty at an instant, office by office; whoever is out already is told as busy. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { query } from '#platform/define.ts'
import { OnCall, OnCallAnswer } from '../contract.ts'
import { callers } from '../roles.ts'
import { onDuty } from '../store/call-outs.ts'

export const onCall = query({
  name: 'scenes.on-call',
  summary: 'Who is on duty at an instant, office by office, and who of them is out already.',
  who: callers,
  input: OnCall,
  output: OnCallAnswer,
  async run(cx, input) {
    cx.allow(null)
    const at = input.at ?? cx.now
    return { at, items: await onDuty(cx, at, dayOfInstant(at), input.unit) }
  },
})
