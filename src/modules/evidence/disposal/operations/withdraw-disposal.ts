/** Takes a proposal back before it is carried out; what was freed by approval is held again. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { DisposalDone, WithdrawDisposal } from '../contract.ts'
import { holdAgain, takeStep } from '../steps.ts'
import { approvers, keepers } from '../../roles.ts'
import { mayEnd } from '../rules.ts'
import { seeDisposal, thingsOfDisposal } from '../store/disposals.ts'
import { seeItems } from '../../things/store/items.ts'

export const withdrawDisposal = command({
  name: 'evidence.withdraw-disposal',
  summary: 'Takes a proposal back before it is carried out; what was freed by approval is held again.',
  who: [...new Set([...keepers, ...approvers])],
  input: WithdrawDisposal,
  output: DisposalDone,
  async run(cx, input) {
    const d = await seeDisposal(cx, input.disposal, { lock: true })
    cx.allow(d)
    refuseUnless(mayEnd(d))
    const things = (await thingsOfDisposal(cx, d.id)).map((t) => t.thing)
    const items = await seeItems(cx, things, { lock: true })
    await takeStep(cx, d, { kind: 'withdrawn', words: input.words })
    if (d.state === 'approved') await holdAgain(cx, d, new Map(items.map((i) => [i.id, i.number])))
    return { id: d.id, number: d.number, state: 'withdrawn' as const }
  },
})
