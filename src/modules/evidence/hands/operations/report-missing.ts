/** Says that a thing is not where it should be; it has no holder from then on, and everybody concerned sees it. */
import { command } from '#platform/define.ts'
import { decideRows, withContents } from '../../things/batch.ts'
import { MovedTold, ReportMissing } from '../contract.ts'
import { lose } from '../losses.ts'
import { holders } from '../../roles.ts'
import { isNear } from '../../things/near.ts'
import { mayReportMissing } from '../rules.ts'
import { seeWithContents } from '../../things/store/items.ts'

export const reportMissing = command({
  name: 'evidence.report-missing',
  summary:
    'Says that a thing is not where it should be; it has no holder from then on, and everybody concerned sees it.',
  who: holders,
  input: ReportMissing,
  output: MovedTold,
  async run(cx, input) {
    const all = await seeWithContents(cx, input.things)
    const { good, refused } = decideRows(cx, all.slice(0, new Set(input.things).size), input.partly, (item) =>
      mayReportMissing(item, cx.actor.id, isNear(cx, item)),
    )
    const told = await lose(cx, withContents(all, good), input.words)
    return { things: good.length, refused, told }
  },
})
