/** Shows where requests that moved and their exhibits have come apart: asked for and not sent, sent and not arrived, arrived other than described. */
import { staff } from '#identity/roles.ts'
import { query } from '#platform/define.ts'
import { TransferExceptionList, TransferExceptions } from '../contract.ts'
import { transferExceptions as exceptionsOf } from '../store/transfers.ts'

export const transferExceptions = query({
  name: 'work.transfer-exceptions',
  summary:
    'Shows where requests that moved and their exhibits have come apart: not sent, not arrived, or arrived other than described.',
  who: staff,
  input: TransferExceptions,
  output: TransferExceptionList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await exceptionsOf(cx, input.unit)
    return {
      items: rows.map((r) => ({
        request: { id: r.request, number: r.number },
        case: { id: r.root, number: r.case_number },
        unit: { id: r.unit, name: r.unit_name },
        item: { id: r.item, number: r.item_number, description: r.description },
        why: r.why,
        since: r.moved_at,
        holder: r.holder,
        consignment: r.consignment,
        late: r.why === 'not-arrived' && r.due_at !== null && r.due_at < cx.now,
      })),
    }
  },
})
