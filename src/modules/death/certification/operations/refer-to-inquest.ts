/** Refers a death to an inquest, with its reason and day. */
import { command } from '#platform/define.ts'
import { Done } from '../../call/contract.ts'
import { ReferToInquest } from '../contract.ts'
import { keepInquest } from '../inquest.ts'
import { investigators } from '../../roles.ts'

export const referToInquest = command({
  name: 'death.refer-to-inquest',
  summary: 'Refers a death to an inquest, with its reason and day.',
  who: investigators,
  input: ReferToInquest,
  output: Done,
  run: (cx, input) => keepInquest(cx, { ...input, kind: 'referred', verdict: null, number: null }),
})
