/** Notes that a relative saw the body. */
import { command } from '#platform/define.ts'
import { Done } from '../../call/contract.ts'
import { RecordViewing } from '../contract.ts'
import { papersPeople } from '../../roles.ts'
import { speak } from '../relatives.ts'

export const recordViewing = command({
  name: 'death.record-viewing',
  summary: 'Notes that a relative saw the body.',
  who: papersPeople,
  input: RecordViewing,
  output: Done,
  run: (cx, input) => speak(cx, { ...input, kind: 'viewing' }),
})
