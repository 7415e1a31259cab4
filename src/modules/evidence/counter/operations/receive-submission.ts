/** Receives what somebody brought: case and items in one act, each with packaging, seals, photographs and what did not agree. */
import type { z } from 'zod'
import { heldAgency } from '#identity/agency-rules.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { ReceiveSubmission, SubmissionReceived } from '../contract.ts'
import { counter } from '../../roles.ts'
import { mustStayApart } from '../apart.ts'
import { receiveStep } from '../reception.ts'
import { receiveAnnounced } from '../arrival.ts'

export const receiveSubmission = command({
  name: 'evidence.receive-submission',
  summary:
    'Receives what somebody brought: case and items in one act, with packaging, seals, photographs and discrepancies.',
  who: counter,
  input: ReceiveSubmission,
  output: SubmissionReceived,
  async run(cx, input) {
    if (input.announced) return receiveAnnounced(cx, input, input.announced)
    return receiveStep(cx, input, undefined, () => [
      mayComeUnannounced(cx, input.submittedBy),
      mustStayApart(cx, input, [input.submittedBy]),
    ])
  },
})

/** An agency that announces what it brings may still come without: the network was down, it was night. Then the counter says why, and it stands in the record. */
async function mayComeUnannounced(
  cx: Cx,
  from: z.output<typeof ReceiveSubmission>['submittedBy'],
): Promise<void> {
  if (cx.reason !== null) return
  const held = await heldAgency(cx, 'prelog-required', from)
  refuseUnless(
    unless(
      held === undefined,
      no('evidence.prelog-due', { agency: held?.agency ?? '' }, 'evidence.next-prelog-or-reason'),
    ),
  )
}
