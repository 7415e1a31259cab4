/** Records a charge laid in a case. */
import { command } from '#platform/define.ts'
import { CourtEvent, Done } from '../contract.ts'
import { courtPeople } from '../roles.ts'
import { recordCourtEvent } from '../store/court.ts'

export const recordCharge = command({
  name: 'cases.record-charge',
  summary: 'Records a charge laid in a case.',
  who: courtPeople,
  input: CourtEvent,
  output: Done,
  run: (cx, input) => recordCourtEvent(cx, 'charge', input),
})
