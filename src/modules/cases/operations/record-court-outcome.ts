/** Records what the court decided. */
import { command } from '#platform/define.ts'
import { CourtEvent, Done } from '../contract.ts'
import { courtPeople } from '../roles.ts'
import { recordCourtEvent } from '../store/court.ts'

export const recordCourtOutcome = command({
  name: 'cases.record-court-outcome',
  summary: 'Records what the court decided.',
  who: courtPeople,
  input: CourtEvent,
  output: Done,
  run: (cx, input) => recordCourtEvent(cx, 'outcome', input),
})
