/** Records a hearing, held or set down. */
import { command } from '#platform/define.ts'
import { CourtEvent, Done } from '../contract.ts'
import { courtTellers } from '../roles.ts'
import { recordCourtEvent } from '../store/court.ts'

export const recordHearing = command({
  name: 'cases.record-hearing',
  summary: 'Records a hearing, held or set down.',
  who: courtTellers,
  input: CourtEvent,
  output: Done,
  run: (cx, input) => recordCourtEvent(cx, 'hearing', input),
})
