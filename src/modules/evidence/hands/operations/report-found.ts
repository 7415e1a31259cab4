/** A missing thing is there again, in the hands of who found it; the time without a holder stays on the record. */
import { command } from '#platform/define.ts'
import { decideRows, withContents } from '../../things/batch.ts'
import { MovedTold, ReportFound } from '../contract.ts'
import { find } from '../losses.ts'
import { holders } from '../../roles.ts'
import { mayReportFound } from '../rules.ts'
import { ownHand } from '../../things/store/hands.ts'
import { seeWithContents } from '../../things/store/items.ts'

export const reportFound = command({
  name: 'evidence.report-found',
  summary:
    'A missing thing is there again, in the hands of who found it; the time without a holder stays on the record.',
  who: holders,
  input: ReportFound,
  output: MovedTold,
  async run(cx, input) {
    const all = await seeWithContents(cx, input.things)
    const { good, refused } = decideRows(
      cx,
      all.slice(0, new Set(input.things).size),
      input.partly,
      mayReportFound,
    )
    const { me } = await ownHand(cx)
    const told = await find(cx, withContents(all, good), {
      to: me,
      where: input.where,
      words: input.words ?? null,
    })
    return { things: good.length, refused, told }
  },
})
