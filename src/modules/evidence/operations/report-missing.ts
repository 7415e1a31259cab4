/** Says that a thing is not where it should be; it has no holder from then on, and everybody concerned sees it. */
import { noteProgress } from '#modules/cases/public.ts'
import { command } from '#platform/define.ts'
import { decideRows, withContents } from '../batch.ts'
import { Moved, ReportMissing } from '../contract.ts'
import { move } from '../moving.ts'
import { holders } from '../roles.ts'
import { isNear } from '../acting.ts'
import { mayReportMissing } from '../rules.ts'
import { itemRef, seeWithContents } from '../store/items.ts'

export const reportMissing = command({
  name: 'evidence.report-missing',
  summary:
    'Says that a thing is not where it should be; it has no holder from then on, and everybody concerned sees it.',
  who: holders,
  input: ReportMissing,
  output: Moved,
  async run(cx, input) {
    const all = await seeWithContents(cx, input.things)
    const { good, refused } = decideRows(cx, all.slice(0, new Set(input.things).size), input.partly, (item) =>
      mayReportMissing(item, cx.actor.id, isNear(cx, item)),
    )
    const going = withContents(all, good)
    await move(cx, going, { kind: 'missing', state: 'missing', to: null, words: input.words })
    for (const item of going)
      await noteProgress(cx, item.root, {
        subject: itemRef(item.id),
        kind: 'item',
        state: 'open',
        text: 'evidence.progress-missing',
        values: { number: item.number },
      })
    return { things: good.length, refused }
  },
})
