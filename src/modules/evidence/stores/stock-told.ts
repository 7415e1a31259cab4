/** What a reader is told of a count: how far it is, what differs; things of cases that they may not know of stay without a name. */
import { actionsOf } from '#platform/actions.ts'
import type { Cx } from '#platform/cx.ts'
import {
  type Difference,
  type DifferenceKind,
  differenceKinds,
  type StockLine,
  type StockSums,
  type StockTakeSeen,
} from './contract.ts'
import { auditScore, type DifferenceFact, reconcile, type Reconciled, stillCounting } from './rules.ts'
import { auditSums } from './store/audits.ts'
import {
  countFacts,
  differencesOfTake,
  placesToCount,
  placesTold,
  type TakeRow,
  thingsTold,
} from './store/stock.ts'

export async function reconciled(cx: Cx, take: TakeRow): Promise<Reconciled> {
  const { places, expected, scans } = await countFacts(cx, take)
  return reconcile(places, expected, scans)
}

export const lineOfTake = (t: TakeRow): StockLine => ({
  id: t.id,
  number: t.number,
  place: t.place,
  placeName: t.place_name,
  mode: t.mode,
  share: t.share,
  blind: t.blind,
  toCount: t.to_count,
  seen: t.seen,
  at: t.at,
  by: t.by_name,
  closedAt: t.closed_at,
  closedBy: t.closed_by,
  differences: t.differences,
})

/** A blind count hides how much should be there until it is closed. */
export async function takeSeen(cx: Cx, t: TakeRow): Promise<StockTakeSeen> {
  const hidden = t.blind && t.closed_at === null
  const places = await placesToCount(cx, t)
  const open = stillCounting(t)
  return {
    ...lineOfTake(t),
    words: t.words,
    places: places.map((p) => ({
      id: p.id,
      code: p.code,
      name: p.name,
      path: p.path,
      toCount: hidden ? null : p.to_count,
      seen: hidden ? p.read : p.seen,
      first: p.first.map((x) => x.name),
      second: p.second.map((x) => x.name),
      mine: p.first.some((x) => x.id === cx.actor.id),
    })),
    drawn:
      t.closed_at !== null && t.mode === 'sample' ? { head: t.head, chance: t.chance, seed: t.seed } : null,
    sums: t.sums as StockSums | null,
    unfinished: t.unfinished,
    closedWords: t.closed_words,
    paper: t.paper,
    audit: auditScore(await auditSums(cx, t.id)),
    actions: actionsOf(cx, t, {
      'evidence.scan-stock': open,
      'evidence.close-stock-take': open,
      'evidence.answer-audit': open,
    }),
  }
}

export interface Answered extends DifferenceFact {
  readonly answer: Difference['answer']
  readonly words: string | null
}
/** While it runs, as it adds up now; once closed, as it was signed. */
export async function differencesSeen(
  cx: Cx,
  t: TakeRow,
): Promise<{ found: readonly Answered[]; sums: StockSums; uncounted: string[] }> {
  if (t.closed_at === null) {
    const now = await reconciled(cx, t)
    return {
      found: now.differences.map((d) => ({ ...d, answer: 'open' as const, words: null })),
      sums: now.sums,
      uncounted: now.uncounted,
    }
  }
  const rows = await differencesOfTake(cx, t.id)
  return {
    found: rows.map((r) => ({
      kind: r.kind as DifferenceKind,
      thing: r.thing,
      text: r.text,
      seal: r.seal,
      expected: r.expected_place,
      found: r.found_place,
      twice: r.twice,
      answer: r.answer,
      words: r.words,
    })),
    sums: t.sums as unknown as StockSums,
    uncounted: [],
  }
}

/** In words: names of things that may be known, ways to places; the others are only counted. */
export async function differencesTold(
  cx: Cx,
  found: readonly Answered[],
): Promise<{ items: Difference[]; hidden: number }> {
  const things = await thingsTold(cx, [...new Set(found.flatMap((d) => (d.thing ? [d.thing] : [])))])
  const places = await placesTold(
    cx,
    found.flatMap((d) => [d.expected, d.found].filter((p): p is string => p !== null)),
  )
  const place = (id: string | null): Difference['expected'] => {
    const p = id ? places.get(id) : undefined
    return p ? { id: p.id, code: p.code, path: p.path } : null
  }
  const order = (d: Answered): number => differenceKinds.indexOf(d.kind)
  const shown = found
    .filter((d) => d.thing === null || things.has(d.thing))
    .toSorted((a, b) => order(a) - order(b))
  return {
    hidden: found.length - shown.length,
    items: shown.map((d) => {
      const thing = d.thing ? things.get(d.thing) : undefined
      return {
        key: `${d.kind}:${d.thing ?? `${d.found ?? ''}:${d.text ?? ''}`}`,
        kind: d.kind,
        thing: d.thing,
        number: thing?.number ?? null,
        description: thing?.description ?? null,
        text: d.text,
        seal: d.seal,
        expected: place(d.expected),
        found: place(d.found),
        now: thing?.now ?? null,
        state: thing?.state ?? null,
        twice: d.twice,
        answer: d.answer,
        words: d.words,
      }
    }),
  }
}
