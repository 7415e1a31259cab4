/** Records an appeal; the case is held until it is decided. */
import { command } from '#platform/define.ts'
import { CourtEvent, Done } from '../contract.ts'
import { courtTellers } from '../roles.ts'
import { recordCourtEvent } from '../store/court.ts'

export const recordAppeal = command({
  name: 'cases.record-appeal',
  summary: 'Records an appeal; the case is held until it is decided.',
  who: courtTellers,
  input: CourtEvent,
  output: Done,
  run: (cx, input) => recordCourtEvent(cx, 'appeal', input),
})
