/** Lifts a hold that a person placed on a case; holds that work placed are lifted by the work itself. */
import { refuseUnless, no, notFound, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, LiftHold } from '../contract.ts'
import { holders } from '../roles.ts'
import { seeCase } from '../store/case-file.ts'
import { holdsOfRoot, liftHold as lift } from '../store/holds.ts'

export const liftHold = command({
  name: 'cases.lift-hold',
  summary: 'Lifts a hold that a person placed on a case.',
  who: holders,
  reason: 'required',
  stepUp: true,
  input: LiftHold,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    const hold = (await holdsOfRoot(cx, file.root)).find((h) => h.id === input.hold)
    if (!hold) throw notFound()
    refuseUnless(
      unless(
        hold.kind !== 'work' && hold.kind !== 'review' && hold.kind !== 'born',
        no('cases.hold-not-by-hand'),
      ),
    )
    await lift(cx, hold.id, cx.reason ?? '')
    return { id: hold.id }
  },
})
