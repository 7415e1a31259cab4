/** Holds a whole case: nothing of it may be disposed of while the hold stands. */
import { command } from '#platform/define.ts'
import { Done, PlaceHold } from '../contract.ts'
import { holders } from '../roles.ts'
import { seeCase } from '../store/case-file.ts'
import { caseRef, placeHold as place } from '../store/holds.ts'

export const placeHold = command({
  name: 'cases.place-hold',
  summary: 'Holds a whole case: nothing of it may be disposed of while the hold stands.',
  who: holders,
  reason: 'required',
  input: PlaceHold,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    const id = await place(cx, {
      subject: caseRef(file.id),
      root: file.root,
      kind: input.kind,
      why: `cases.hold-${input.kind}`,
      values: { authority: input.authority },
    })
    return { id }
  },
})
