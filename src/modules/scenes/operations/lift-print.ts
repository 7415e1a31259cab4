/** Lifts a print: from what surface, by what method; the lift is a thing in custody like any other. */
import { command } from '#platform/define.ts'
import { Collected, LiftPrint } from '../contract.ts'
import { collect } from '../collecting.ts'
import { attending } from '../roles.ts'
import { openToWrite } from '../writing.ts'

export const liftPrint = command({
  name: 'scenes.lift-print',
  summary: 'Lifts a print: from what surface, by what method; the lift is a thing in custody.',
  who: attending,
  input: LiftPrint,
  output: Collected,
  async run(cx, input) {
    const a = await openToWrite(cx, input.attendance)
    const { attendance: _a, mark, label, surface, method, photograph, sealNumber, ...made } = input
    return collect(cx, a, { ...made, kind: 'item' }, { mark, label, sealNumber, surface, method, photograph })
  },
})
