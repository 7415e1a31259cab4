/** Takes in what a device scanned in a count, in batches and also long after it was read; the same scan twice counts once. */
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { ScanStock, StockScanned, type ScanAnswer, type ScanVerdict, type StockScan } from '../contract.ts'
import { stockCounters } from '../../roles.ts'
import { maySecondCount, scanMeans, stillCounting } from '../rules.ts'
import {
  type BareTake,
  bareTake,
  scansThere,
  scopeOf,
  type ScannedThing,
  thingsScanned,
} from '../store/stock.ts'

export const scanStock = command({
  name: 'evidence.scan-stock',
  summary: 'Takes in what was scanned in a count, in batches; the same scan twice counts once.',
  who: stockCounters,
  input: ScanStock,
  output: StockScanned,
  async run(cx, input) {
    // Asked together and answered one after the other: what is read stands as it does once the head is locked.
    const [, take, there] = await Promise.all([
      cx.lock([ref('evidence.stock-take', input.stockTake)]),
      bareTake(cx, input.stockTake),
      scansThere(
        cx,
        input.scans.map((s) => s.id),
      ),
    ])
    cx.allow(take)
    const fresh = input.scans.filter((s) => !there.has(s.id))
    if (fresh.length > 0) refuseUnless(stillCounting(take))
    const ids = [...new Set(fresh.map((s) => s.place))]
    const [places, things] = await Promise.all([
      scopeOf(cx, take, ids),
      thingsScanned(cx, take.id, input.round, textsOf(input.scans)),
    ])
    refuseUnless(
      unless(
        places.length === ids.length,
        no('evidence.not-in-count', { number: take.number }, 'evidence.next-scan-door'),
      ),
    )
    if (input.round === 2) refuseUnless(maySecondCount(places, cx.actor.id))
    const meant = meaningsOf(input.scans, fresh, things)
    await cx.record({
      subject: ref('evidence.stock-take', take.id),
      root: null,
      facts: { round: input.round, scans: fresh.length, again: there.size },
      rows:
        fresh.length > 0
          ? { 'evidence.stock_scan': fresh.map((s) => rowOf(cx, take, input.round, s, meant, things)) }
          : {},
    })
    return {
      taken: fresh.length,
      again: input.scans.length - fresh.length,
      scans: input.scans.map((s) => answerOf(take, s, meant.get(s.id)?.verdict ?? 'place', things)),
    }
  },
})

const textsOf = (scans: readonly StockScan[]): string[] =>
  scans.map((s) => s.text).filter((t): t is string => Boolean(t))

interface Meaning {
  readonly verdict: ScanVerdict
  readonly sealFits: boolean | null
}
/** In the order of scanning: what one scan of the batch said counts for the next. */
function meaningsOf(
  scans: readonly StockScan[],
  fresh: readonly StockScan[],
  things: ReadonlyMap<string, ScannedThing>,
): Map<string, Meaning> {
  const news = new Set(fresh.map((s) => s.id))
  const out = new Map<string, Meaning>()
  const here = new Map<string, string[]>()
  for (const s of scans) {
    if (!s.text) {
      out.set(s.id, { verdict: 'place', sealFits: null })
      continue
    }
    const thing = things.get(s.text) ?? null
    const sealFits = thing && s.seal ? thing.seals.includes(s.seal) : null
    const before = thing ? [...(news.has(s.id) ? thing.read_at : []), ...(here.get(thing.thing) ?? [])] : []
    out.set(s.id, { verdict: scanMeans(s.place, thing, sealFits, before), sealFits })
    if (thing) here.set(thing.thing, [...(here.get(thing.thing) ?? []), s.place])
  }
  return out
}

function rowOf(
  cx: Cx,
  take: BareTake,
  round: number,
  s: StockScan,
  meant: ReadonlyMap<string, Meaning>,
  things: ReadonlyMap<string, ScannedThing>,
): CoveredRow {
  const thing = s.text ? things.get(s.text) : undefined
  const meaning = meant.get(s.id)
  return {
    id: s.id,
    stock_take: take.id,
    round,
    place: s.place,
    thing: thing?.thing ?? null,
    root: thing?.root ?? null,
    text: s.text ?? null,
    seal: s.seal ?? null,
    seal_fits: meaning?.sealFits ?? null,
    verdict: meaning?.verdict ?? 'place',
    // A device whose clock runs ahead read it when it came, not later.
    at: Date.parse(s.at) > Date.parse(cx.now) ? cx.now : s.at,
    by_name: cx.actor.name,
  }
}

/** A blind count is told that it was read, and no more. */
function answerOf(
  take: BareTake,
  s: StockScan,
  verdict: ScanVerdict,
  things: ReadonlyMap<string, ScannedThing>,
): ScanAnswer {
  const thing = s.text ? things.get(s.text) : undefined
  const known = !take.blind && thing?.may_see ? thing : undefined
  return {
    id: s.id,
    verdict: take.blind && verdict !== 'place' ? 'counted' : verdict,
    number: known?.number ?? null,
    description: known?.description ?? null,
    should: known && verdict === 'misplaced' ? known.expected_path : null,
  }
}
