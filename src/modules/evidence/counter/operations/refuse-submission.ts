/** Refuses what somebody brought, with a reason from the list; nothing comes into custody. */
import { command } from '#platform/define.ts'
import { Created } from '../../things/contract.ts'
import { RefuseSubmission } from '../contract.ts'
import { mustStayApart } from '../apart.ts'
import { refuseStep } from '../reception.ts'
import { counter } from '../../roles.ts'
import { refuseAnnounced } from '../arrival.ts'

export const refuseSubmission = command({
  name: 'evidence.refuse-submission',
  summary: 'Refuses what somebody brought, with a reason from the list; nothing comes into custody.',
  who: counter,
  input: RefuseSubmission,
  output: Created,
  async run(cx, input) {
    if (input.announced) return refuseAnnounced(cx, input, input.announced)
    await mustStayApart(cx, input, [input.submittedBy])
    return refuseStep(cx, input)
  },
})
