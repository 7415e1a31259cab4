/** Closes a count with its reconciliation, signed: what was right, what differs, and what a person decides is missing. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import type { z } from 'zod'
import { isNear } from '../../things/near.ts'
import { decideRows, withContents } from '../../things/batch.ts'
import { CloseStockTake, StockClosed } from '../contract.ts'
import { lose } from '../../hands/losses.ts'
import { stockCounters } from '../../roles.ts'
import { mayAnswerCount, mayClose, type DifferenceFact } from '../rules.ts'
import { mayReportMissing } from '../../hands/rules.ts'
import { reconciliation } from '../reconciliation-paper.ts'
import { type Answered, reconciled } from '../stock-told.ts'
import { seeWithContents } from '../../things/store/items.ts'
import { rootsOf, type TakeRow, takeById } from '../store/stock.ts'

type Closing = z.output<typeof CloseStockTake>

export const closeStockTake = command({
  name: 'evidence.close-stock-take',
  summary:
    'Closes a count with its reconciliation, signed: what was right, what differs, and what a person decides is missing.',
  who: stockCounters,
  input: CloseStockTake,
  output: StockClosed,
  stepUp: true,
  async run(cx, input) {
    await cx.lock([ref('evidence.stock-take', input.stockTake)])
    const take = await takeById(cx, input.stockTake)
    cx.allow(take)
    const found = await reconciled(cx, take)
    refuseUnless(mayClose(take, found, input.unfinished ?? null))
    refuseUnless(mayAnswerCount(input.answers, found))
    const { unfinished = null, words = null } = input
    const answered = answeredOf(input, found.differences)
    const paper = await reconciliation(cx, { take, sums: found.sums, found: answered, unfinished, words })
    await cx.record({
      subject: ref('evidence.stock-take', take.id),
      root: null,
      facts: { number: take.number, ...found.sums, ...(paper ? { pdfSha256: paper.sha256 } : {}) },
      rows: {
        'evidence.stock_take_end': [
          {
            id: cx.newId(),
            stock_take: take.id,
            sums: { ...found.sums },
            at: cx.occurredAt,
            by_name: cx.actor.name,
            words,
            unfinished,
          },
        ],
        'evidence.stock_difference': await differenceRows(cx, take, answered),
        ...(paper ? { 'evidence.stock_paper': [paper.row] } : {}),
      },
    })
    return { id: take.id, number: take.number, sums: found.sums, reported: await reportLost(cx, take, input) }
  },
})

/** Each difference with what this person says of it. */
function answeredOf(input: Closing, found: readonly DifferenceFact[]): Answered[] {
  const answers = new Map(input.answers.map((a) => [a.thing, a]))
  return found.map((d) => {
    const said = d.thing ? answers.get(d.thing) : undefined
    const answer = said ? (said.answer === 'explained' ? 'explained' : 'reported-missing') : 'open'
    return { ...d, answer, words: said?.words ?? null }
  })
}

async function differenceRows(cx: Cx, take: TakeRow, found: readonly Answered[]): Promise<CoveredRow[]> {
  const roots = await rootsOf(
    cx,
    found.flatMap((d) => (d.thing ? [d.thing] : [])),
  )
  return found.map((d) => ({
    id: cx.newId(),
    stock_take: take.id,
    kind: d.kind,
    thing: d.thing,
    root: d.thing ? (roots.get(d.thing) ?? null) : null,
    text: d.text,
    seal: d.seal,
    expected_place: d.expected,
    found_place: d.found,
    twice: d.twice,
    answer: d.answer,
    words: d.words,
  }))
}

/** Each loss is an act of its own in the chain of the thing, with the words of the person who decided it. */
async function reportLost(cx: Cx, take: TakeRow, input: Closing): Promise<number> {
  const lost = input.answers.filter((a) => a.answer === 'report-missing')
  if (lost.length === 0) return 0
  const all = await seeWithContents(
    cx,
    lost.map((a) => a.thing),
  )
  const { good } = decideRows(cx, all.slice(0, new Set(lost.map((a) => a.thing)).size), false, (item) =>
    mayReportMissing(item, cx.actor.id, isNear(cx, item)),
  )
  for (const item of good) {
    const said = lost.find((a) => a.thing === item.id)?.words ?? ''
    await lose(cx, withContents(all, [item]), `${take.number}: ${said}`.slice(0, 300))
  }
  return good.length
}
