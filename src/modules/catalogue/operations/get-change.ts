/** A change with what it differs in and what it touches: while it waits, compared with what stands today. */
import { query } from '#platform/define.ts'
import { changeActions, changeOf, contentIn, touchesOf, workOf } from '../changing.ts'
import { ChangeSeen, OfChange } from '../contract.ts'

export const getChange = query({
  name: 'catalogue.get-change',
  summary: 'Shows a change to the laboratory’s rules: what differs and what stands on it.',
  who: ['administrator', 'quality-manager', 'section-head', 'director'],
  input: OfChange,
  output: ChangeSeen,
  async run(cx, input) {
    cx.allow(null)
    const change = await changeOf(cx, input.change)
    return {
      id: change.id,
      why: change.why,
      from: change.from_on,
      by: change.by_name ?? '',
      at: change.recorded_at,
      state: change.state,
      decided:
        change.decided_at === null
          ? null
          : { by: change.decided_by ?? '', at: change.decided_at, words: change.words },
      ...(change.state === 'proposed'
        ? await touchesOf(cx, await workOf(cx, contentIn(change)))
        : { touches: [], more: 0 }),
      actions: changeActions(cx, change),
    }
  },
})
