/** Receives what somebody brought: case and items in one act, each with packaging, seals, photographs and what did not agree. */
import { command } from '#platform/define.ts'
import { ReceiveSubmission, SubmissionReceived } from '../contract.ts'
import { counter } from '../roles.ts'
import { receiveStep } from '../receiving.ts'
import { receiveAnnounced } from '../taking-up.ts'

export const receiveSubmission = command({
  name: 'evidence.receive-submission',
  summary:
    'Receives what somebody brought: case and items in one act, with packaging, seals, photographs and discrepancies.',
  who: counter,
  input: ReceiveSubmission,
  output: SubmissionReceived,
  run: (cx, input) =>
    input.announced ? receiveAnnounced(cx, input, input.announced) : receiveStep(cx, input),
})
