/** Toxicology that crosses the border of the house: what came in is laid to a death to be read; what our own sections found may be told. */
import { type Result, resultsFor } from '#modules/results/public.ts'
import type { Cx } from '#platform/cx.ts'
import type { DeathRow } from '../call/store/deaths.ts'
import { type OrderRow, ordersOf, type SpecimenRow, specimensOf } from './store/examinations.ts'
import { type Wanted, namesOf } from '../call/store/names.ts'

/** A message with results was laid to this death: it waits for its pathologist. */
export function noteArrival(
  cx: Cx,
  death: Pick<DeathRow, 'root'>,
  came: {
    readonly message: string
    readonly number: string | null
    readonly sender: string | null
    readonly panel: string | null
    readonly results: number
  },
): void {
  const { message, ...said } = came
  cx.along(death.root, 'death.lab_arrival', { id: message, root: death.root, ...said })
}

export interface ToxicologyToTell {
  readonly order: OrderRow
  readonly discipline: string
  readonly question: string
  /** Every specimen of the order, analysed or not. */
  readonly specimens: readonly (SpecimenRow & { readonly kindName: string })[]
  readonly results: readonly (Result & { readonly substanceName: string | null })[]
}

/** The order of a death with what is passed of it; undefined where the death has no such order. */
export async function toxicologyToTell(
  cx: Cx,
  death: Pick<DeathRow, 'root'>,
  request: string,
): Promise<ToxicologyToTell | undefined> {
  const order = (await ordersOf(cx, [death.root])).find((o) => o.request === request)
  if (!order) return undefined
  const asked = new Set(order.things)
  const specimens = (await specimensOf(cx, death.root)).filter((s) => asked.has(s.thing))
  const results = await resultsFor(cx, { passed: [request] })
  const names = await namesOf(cx, [
    ['discipline', order.discipline],
    ['question', order.question],
    ...results.map((r): Wanted => ['drug', r.substance]),
    ...specimens.map((s): Wanted => ['specimen-kind', s.kind]),
  ])
  return {
    order,
    discipline: names.text('discipline', order.discipline),
    question: names.text('question', order.question),
    specimens: specimens.map((s) => ({ ...s, kindName: names.text('specimen-kind', s.kind) })),
    results: results.map((r) => ({
      ...r,
      substanceName: r.substance && names.text('drug', r.substance),
    })),
  }
}
