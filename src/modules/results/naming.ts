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
import { refuseUnless } from '#kernel/verdict.ts'
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
 * Refused where the step asks for more than was named, or where something named may not be relied on today. A step that asks takes what
 * it asks for; one that does not takes what is named, as `otherwise`.
 */
export async function relyOnForStep(
  cx: Cx,
  sheet: Sheet,
  step: WorksheetStep | undefined,
  named: Named,
  otherwise: string,
): Promise<void> {
  const use = step?.key ?? otherwise
  const subject = ref('results.worksheet', sheet.id)
  const about = [sheet.id, sheet.root]
  const things: Thing[] = [
    ...(named.equipment ?? []).map((id): Thing => ({ kind: 'equipment', id, for: use })),
    ...(named.lots ?? []).map((id): Thing => ({ kind: 'lot', id, for: use })),
  ]
  refuseUnless(await mayRelyOn(cx, things, about))
  const fresh = (await sorted(cx, things)).filter(
    (t) => step === undefined || asked(step, t.thing.kind).includes(t.word) || asksNothing(step),
  )
  const uses = (await relianceOf(cx, [subject])).filter(
    (r) => r.usedFor === use && (r.kind === 'equipment' || r.kind === 'lot'),
  )
  // What was named before stands in for what is not named now, the latest of each; it must still be fit today.
  const kept = new Map(
    (
      await sorted(
        cx,
        uses.map((r) => ({ kind: r.kind, id: r.thing, for: use })),
      )
    )
      .filter((b) => !fresh.some((f) => f.thing.kind === b.thing.kind && f.word === b.word))
      .map((b) => [`${b.thing.kind} ${b.word}`, b]),
  )
  const all = [...fresh, ...kept.values()]
  const words = (kind: string): string[] => all.filter((t) => t.thing.kind === kind).map((t) => t.word)
  refuseUnless(mayDoStep(step, { equipment: words('equipment'), materials: words('lot') }))
  refuseUnless(
    await mayRelyOn(
      cx,
      [...kept.values()].map((b) => b.thing),
      about,
    ),
  )
  refuseUnless(
    await relyOn(
      cx,
      subject,
      sheet.root,
      fresh.map((f) => f.thing),
    ),
  )
}

const asked = (step: WorksheetStep, kind: string): readonly string[] =>
  kind === 'lot' ? step.materials : step.equipment
const asksNothing = (step: WorksheetStep): boolean =>
  step.materials.length === 0 && step.equipment.length === 0

function sorted(cx: Cx, things: readonly Thing[]): Promise<Sorted[]> {
  return Promise.all(
    things.map(async (thing) => ({
      thing,
      word:
        thing.kind === 'lot' ? (await lotOf(cx, thing.id)).material : (await equipmentOf(cx, thing.id)).kind,
    })),
  )
}
