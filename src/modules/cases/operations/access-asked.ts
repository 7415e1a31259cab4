/** Who asks to see the cases that one keeps, the longest waiting first. */
import { query } from '#platform/define.ts'
import { AccessAsked, AskedList } from '../contract/asking.ts'
import { keepers } from '../roles.ts'
import { listAsked } from '../store/asking.ts'

export const accessAsked = query({
  name: 'cases.access-asked',
  summary: 'Lists who asks to see the cases that you keep, the longest waiting first.',
  who: keepers,
  input: AccessAsked,
  output: AskedList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await listAsked(cx, input)
    return {
      items: rows.map((r) => ({
        id: r.id,
        case: { id: r.root, number: r.case_number, title: r.case_title },
        person: { id: r.person, name: r.by_name, unit: r.unit_name },
        number: r.number,
        why: r.why,
        at: r.recorded_at,
      })),
      nextCursor,
    }
  },
})
