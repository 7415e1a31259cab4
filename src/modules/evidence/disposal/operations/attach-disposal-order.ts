/** Puts the order of a court or of the law to a proposal, with its document. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AttachDisposalOrder, DisposalDone } from '../contract.ts'
import { orderRow } from '../order.ts'
import { disposers } from '../../roles.ts'
import { mayAttachOrder } from '../rules.ts'
import { disposalRef, seeDisposal } from '../store/disposals.ts'

export const attachDisposalOrder = command({
  name: 'evidence.attach-disposal-order',
  summary: 'Puts the order of a court or of the law to a proposal, with its document.',
  who: disposers,
  input: AttachDisposalOrder,
  output: DisposalDone,
  async run(cx, input) {
    const d = await seeDisposal(cx, input.disposal, { lock: true })
    cx.allow(d)
    refuseUnless(mayAttachOrder(d))
    await cx.record({
      subject: disposalRef(d.id),
      root: d.root,
      facts: { order: input.order.number, on: input.order.on, sha256: input.order.file },
      rows: {
        'evidence.disposal_order': [await orderRow(cx, { disposal: d.id, root: d.root, ...input.order })],
      },
    })
    return { id: d.id, number: d.number, state: d.state }
  },
})
