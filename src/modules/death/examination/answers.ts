/** What was answered about a death: reviewed results of its own orders and what came from outside, each with who read it. */
import { type Result, resultsFor } from '#modules/results/public.ts'
import type { Cx } from '#platform/cx.ts'
import type { LabAnswer } from './contract.ts'
import { arrivalsOf, readingsOf, type ReadingRow } from './store/answers.ts'
import type { DeathRow } from '../call/store/deaths.ts'
import { ordersOf, specimensOf } from './store/examinations.ts'
import { type Wanted, namesOf } from '../call/store/names.ts'

/** A reading holds while nothing was answered after it. */
const readOf = (
  readings: readonly ReadingRow[],
  of: { request?: string; arrival?: string },
  conclusions: readonly string[],
): LabAnswer['read'] => {
  const read = readings.find((r) =>
    of.request === undefined ? r.arrival === of.arrival : r.request === of.request,
  )
  return read && conclusions.every((id) => read.conclusions.includes(id))
    ? { by: read.by, at: read.at, reflects: read.reflects, words: read.words }
    : null
}

/** Only what a second person at the bench passed is told to whoever certifies a cause. */
export async function answersAbout(cx: Cx, death: Pick<DeathRow, 'root'>): Promise<LabAnswer[]> {
  const orders = await ordersOf(cx, [death.root])
  const arrivals = await arrivalsOf(cx, death.root)
  if (orders.length === 0 && arrivals.length === 0) return []
  const readings = await readingsOf(cx, death.root)
  const results = orders.length === 0 ? [] : await resultsFor(cx, { passed: orders.map((o) => o.request) })
  const specimens = await specimensOf(cx, death.root)
  const names = await namesOf(cx, [
    ...orders.map((o): Wanted => ['discipline', o.discipline]),
    ...specimens.map((s): Wanted => ['specimen-kind', s.kind]),
  ])
  const shown = (r: Result): LabAnswer['results'][number] => {
    const from = specimens.find((s) => s.thing === r.item)
    return {
      id: r.id,
      thing: r.item,
      number: from?.number ?? '',
      specimen: from ? [names.text('specimen-kind', from.kind), from.site].filter(Boolean).join(', ') : '',
      says: r.says,
      presumptive: r.presumptive,
    }
  }
  const own = orders.map((o): LabAnswer => {
    const of = results.filter((r) => r.request === o.request)
    return {
      source: 'section',
      id: o.request,
      number: o.number,
      from: names.text('discipline', o.discipline),
      at: of.at(-1)?.reviewed_at ?? null,
      holdsCause: o.holds_cause,
      results: of.map(shown),
      count: of.length,
      read: readOf(
        readings,
        { request: o.request },
        of.map((r) => r.id),
      ),
    }
  })
  return [
    ...own.filter((a) => a.count > 0),
    ...arrivals.map(
      (a): LabAnswer => ({
        source: 'outside',
        id: a.id,
        number: a.number,
        from: [a.sender, a.panel].filter(Boolean).join(', '),
        at: a.at,
        holdsCause: true,
        results: [],
        count: a.results,
        read: readOf(readings, { arrival: a.id }, []),
      }),
    ),
  ]
}
