/** Closes a count with its reconciliation, signed: what was right, what differs, and what a person decides is missing. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import type { z } from 'zod'
import { isNear } from '../acting.ts'
import { decideRows, withContents } from '../batch.ts'
import { CloseStockTake, StockClosed } from '../contract.ts'
import { lose } from '../losing.ts'
import { stockCounters } from '../roles.ts'
import { mayAnswerCount, mayClose, mayReportMissing, type DifferenceFact } from '../rules.ts'
import { reconciled } from '../stock-told.ts'
import { seeWithContents } from '../store/items.ts'
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
    await cx.record({
      subject: ref('evidence.stock-take', take.id),
      root: null,
      facts: { number: take.number, ...found.sums },
      rows: {
        'evidence.stock_take_end': [
          {
            id: cx.newId(),
            stock_take: take.id,
            sums: { ...found.sums },
            at: cx.occurredAt,
            by_name: cx.actor.name,
            words: input.words ?? null,
            unfinished: input.unfinished ?? null,
          },
        ],
        'evidence.stock_difference': await differenceRows(cx, take, input, found.differences),
      },
    })
    return { id: take.id, number: take.number, sums: found.sums, reported: await reportLost(cx, take, input) }
  },
})

async function differenceRows(
  cx: Cx,
  take: TakeRow,
  input: Closing,
  found: readonly DifferenceFact[],
): Promise<CoveredRow[]> {
  const answers = new Map(input.answers.map((a) => [a.thing, a]))
  const roots = await rootsOf(
    cx,
    found.flatMap((d) => (d.thing ? [d.thing] : [])),
  )
  return found.map((d) => {
    const answer = d.thing ? answers.get(d.thing) : undefined
    return {
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
      answer: answer ? (answer.answer === 'explained' ? 'explained' : 'reported-missing') : 'open',
      words: answer?.words ?? null,
    }
  })
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
