/** Records a charge laid in a case. */
import { command } from '#platform/define.ts'
import { CourtEvent, Done } from '../contract.ts'
import { courtTellers } from '../roles.ts'
import { recordCourtEvent } from '../store/court.ts'

export const recordCharge = command({
  name: 'cases.record-charge',
  summary: 'Records a charge laid in a case.',
  who: courtTellers,
  input: CourtEvent,
  output: Done,
  run: (cx, input) => recordCourtEvent(cx, 'charge', input),
})
