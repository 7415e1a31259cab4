/** Notes where somebody was buried or cremated, and on whose authority. */
import { command } from '#platform/define.ts'
import { keepBurial } from '../burial.ts'
import { Done } from '../../call/contract.ts'
import { RecordBurial } from '../contract.ts'
import { papersPeople } from '../../roles.ts'

export const recordBurial = command({
  name: 'death.record-burial',
  summary: 'Notes where somebody was buried or cremated, and on whose authority.',
  who: papersPeople,
  input: RecordBurial,
  output: Done,
  run: (cx, input) => keepBurial(cx, input.death, input),
})
