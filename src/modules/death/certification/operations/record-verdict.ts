/** Writes down the verdict of an inquest. */
import { command } from '#platform/define.ts'
import { Done } from '../../call/contract.ts'
import { RecordVerdict } from '../contract.ts'
import { keepInquest } from '../inquest.ts'
import { investigators } from '../../roles.ts'

export const recordVerdict = command({
  name: 'death.record-verdict',
  summary: 'Writes down the verdict of an inquest.',
  who: investigators,
  input: RecordVerdict,
  output: Done,
  run: (cx, input) => keepInquest(cx, { ...input, kind: 'verdict', reason: null, jury: null }),
})
