/** Notes that a buried body was taken up again, on authority. */
import { command } from '#platform/define.ts'
import { keepBurial } from '../burial.ts'
import { Done } from '../../call/contract.ts'
import { ExhumeBody } from '../contract.ts'
import { papersPeople } from '../../roles.ts'

export const exhumeBody = command({
  name: 'death.exhume-body',
  summary: 'Notes that a buried body was taken up again, on authority.',
  who: papersPeople,
  input: ExhumeBody,
  output: Done,
  run: (cx, input) => keepBurial(cx, { ...input, kind: 'exhumed' }),
})
