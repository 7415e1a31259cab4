/** Records an appeal; the case is held until it is decided. */
import { command } from '#platform/define.ts'
import { CourtEvent, Done } from '../contract.ts'
import { courtPeople } from '../roles.ts'
import { recordCourtEvent } from '../store/court.ts'

export const recordAppeal = command({
  name: 'cases.record-appeal',
  summary: 'Records an appeal; the case is held until it is decided.',
  who: courtPeople,
  input: CourtEvent,
  output: Done,
  run: (cx, input) => recordCourtEvent(cx, 'appeal', input),
})
