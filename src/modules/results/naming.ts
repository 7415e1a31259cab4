/** The instruments and lots that a step of the method asks for: named once on a worksheet, judged at each use, relied on from then. */
import {
  type Thing,
  type WorksheetStep,
  equipmentOf,
  lotOf,
  mayRelyOn,
  relianceOf,
  relyOn,
} from '#modules/quality/public.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { mayDoStep } from './method-steps.ts'
import type { Sheet } from './store.ts'

export interface Named {
  readonly equipment?: readonly string[] | undefined
  readonly lots?: readonly string[] | undefined
}
interface Sorted {
  readonly thing: Thing
  /** Kind of the instrument, or material of the lot: what the method calls it by. */
  readonly word: string
}

/**
 * Refused where a step asks for more than was named, where something is named that no step asks for, or where something named may not be
 * relied on today. Where the method has no step for what is done, or its steps ask for nothing, what is named is relied on as `otherwise`.
 */
export async function relyOnForSteps(
  cx: Cx,
  sheet: Sheet,
  steps: readonly WorksheetStep[],
  named: Named,
  otherwise: string,
): Promise<void> {
  const things: Thing[] = [
    ...(named.equipment ?? []).map((id): Thing => ({ kind: 'equipment', id })),
    ...(named.lots ?? []).map((id): Thing => ({ kind: 'lot', id })),
  ]
  refuseUnless(await mayRelyOn(cx, things, [sheet.id, sheet.root]))
  const fresh = await sorted(cx, things)
  const asking = steps.filter((s) => s.materials.length + s.equipment.length > 0)
  const stranger = fresh.find((t) => asking.length > 0 && !asking.some((s) => asksFor(s, t)))
  refuseUnless(
    unless(
      stranger === undefined,
      no('results.not-asked-for', { word: stranger?.word ?? '', step: asking.map((s) => s.en).join(', ') }),
    ),
  )
  if (asking.length === 0) await use(cx, sheet, otherwise, fresh)
  for (const step of asking) await forStep(cx, sheet, step, fresh)
}

async function forStep(cx: Cx, sheet: Sheet, step: WorksheetStep, named: readonly Sorted[]): Promise<void> {
  const fresh = named.filter((t) => asksFor(step, t))
  const uses = (await relianceOf(cx, [ref('results.worksheet', sheet.id)])).filter(
    (r) => r.usedFor === step.key && (r.kind === 'equipment' || r.kind === 'lot'),
  )
  // What was named before stands in for what is not named now, the latest of each; it must still be fit today.
  const before = new Map(
    (
      await sorted(
        cx,
        uses.map((r) => ({ kind: r.kind, id: r.thing })),
      )
    )
      .filter((b) => !fresh.some((f) => f.thing.kind === b.thing.kind && f.word === b.word))
      .map((b) => [`${b.thing.kind} ${b.word}`, b]),
  )
  const all = [...fresh, ...before.values()]
  const words = (kind: string): string[] => all.filter((t) => t.thing.kind === kind).map((t) => t.word)
  refuseUnless(mayDoStep(step, { equipment: words('equipment'), materials: words('lot') }))
  refuseUnless(
    await mayRelyOn(
      cx,
      [...before.values()].map((b) => b.thing),
      [sheet.id, sheet.root],
    ),
  )
  await use(cx, sheet, step.key, fresh)
}

async function use(cx: Cx, sheet: Sheet, what: string, named: readonly Sorted[]): Promise<void> {
  refuseUnless(
    await relyOn(
      cx,
      ref('results.worksheet', sheet.id),
      sheet.root,
      named.map((f) => ({ ...f.thing, for: what })),
    ),
  )
}

const asksFor = (step: WorksheetStep, t: Sorted): boolean =>
  (t.thing.kind === 'lot' ? step.materials : step.equipment).includes(t.word)

async function sorted(cx: Cx, things: readonly Thing[]): Promise<Sorted[]> {
  const found: Sorted[] = []
  for (const thing of things)
    found.push({
      thing,
      word:
        thing.kind === 'lot' ? (await lotOf(cx, thing.id)).material : (await equipmentOf(cx, thing.id)).kind,
    })
  return found
}
