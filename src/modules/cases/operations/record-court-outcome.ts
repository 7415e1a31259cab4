/** Records what the court decided; told by the prosecution or the registry it ends its hold and starts the clocks. */
import { command } from '#platform/define.ts'
import { CourtOutcome, Done } from '../contract.ts'
import { courtTellers } from '../roles.ts'
import { recordCourtEvent } from '../store/court.ts'

export const recordCourtOutcome = command({
  name: 'cases.record-court-outcome',
  summary:
    'Records what the court decided; told by the prosecution or the registry it ends its hold and starts the clocks.',
  who: courtTellers,
  input: CourtOutcome,
  output: Done,
  run: (cx, input) => recordCourtEvent(cx, 'outcome', input),
})
