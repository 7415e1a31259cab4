/** A missing thing is there again, in the hands of who found it; the time without a holder stays on the record. */
import { noteProgress } from '#modules/cases/public.ts'
import { command } from '#platform/define.ts'
import { decideRows, withContents } from '../batch.ts'
import { Moved, ReportFound } from '../contract.ts'
import { move } from '../moving.ts'
import { holders } from '../roles.ts'
import { mayReportFound } from '../rules.ts'
import { ownHand } from '../store/hands.ts'
import { itemRef, seeWithContents } from '../store/items.ts'

export const reportFound = command({
  name: 'evidence.report-found',
  summary:
    'A missing thing is there again, in the hands of who found it; the time without a holder stays on the record.',
  who: holders,
  input: ReportFound,
  output: Moved,
  async run(cx, input) {
    const all = await seeWithContents(cx, input.things)
    const { good, refused } = decideRows(
      cx,
      all.slice(0, new Set(input.things).size),
      input.partly,
      mayReportFound,
    )
    const { me } = await ownHand(cx)
    const going = withContents(all, good)
    await move(cx, going, {
      kind: 'found',
      state: 'held',
      to: me,
      tookBy: cx.actor.id,
      purpose: input.where,
      words: input.words ?? null,
    })
    for (const item of going)
      await noteProgress(cx, item.root, {
        subject: itemRef(item.id),
        kind: 'item',
        state: 'done',
        text: 'evidence.progress-received',
        values: { number: item.number },
      })
    return { things: good.length, refused }
  },
})
