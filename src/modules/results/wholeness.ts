/** Whether a worksheet is whole: every exhibit concluded, every step of the method done, every run accounted for. */
import { deviationFor, type MethodVersion } from '#modules/quality/public.ts'
import { seeItems } from '#modules/evidence/public.ts'
import type { RequestNow } from '#modules/work/public.ts'
import type { Cx } from '#platform/cx.ts'
import { type DoneSoFar, stepsMissing } from './method-steps.ts'
import type { Whole } from './rules.ts'
import { portionsOf } from './store/portions.ts'
import {
  type ConclusionRow,
  type Sheet,
  conclusionsOf,
  observationsOf,
  runsOf,
  samplingsOf,
  testsOf,
  weighingsOf,
} from './store.ts'

/** What says that the whole method was followed; a presumptive or inconclusive answer says that it was not. */
const whole = ['identity', 'quantity', 'negative']

export async function wholenessOf(
  cx: Cx,
  sheet: Sheet,
  request: RequestNow,
  method: MethodVersion,
): Promise<Whole> {
  const conclusions = await conclusionsOf(cx, sheet.id)
  const runs = await runsOf(cx, sheet.id)
  const numbers = new Map((await seeItems(cx, request.items)).map((i) => [i.id, i.number]))
  const numberOf = (item: string): string => numbers.get(item) ?? ''
  // A step left out is a departure from the method: the director and the quality manager may grant it, and it is printed.
  const granted = await deviationFor(cx, method.id, [sheet.id, request.id, request.root, ...request.items])
  const claimed = granted
    ? []
    : request.items.filter((item) => conclusions.some((c) => c.item === item && whole.includes(c.kind)))
  const missing: string[] = []
  for (const item of claimed) {
    const steps = stepsMissing(method.worksheet, await doneOf(cx, sheet, item, runs))
    const spanish = cx.language === 'es'
    if (steps.length > 0)
      missing.push(`${numberOf(item)}: ${steps.map((s) => (spanish ? s.es : s.en)).join(', ')}`)
  }
  return {
    unconcluded: request.items.filter((item) => !conclusions.some((c) => c.item === item)).map(numberOf),
    missing,
    outdated: await outdatedOf(cx, sheet, conclusions, numberOf),
    loose: runs.filter((r) => r.account === null).map((r) => r.number),
  }
}

/**
 * A weight that was read again, a test that was corrected or whose run was set aside: what was concluded from it before says what no longer
 * stands, and nobody may pass it so.
 */
async function outdatedOf(
  cx: Cx,
  sheet: Sheet,
  conclusions: readonly ConclusionRow[],
  numberOf: (item: string) => string,
): Promise<string[]> {
  const outdated: string[] = []
  for (const c of conclusions) {
    const weighed =
      c.kind === 'quantity'
        ? [...(await weighingsOf(cx, sheet.id, c.item)), ...(await portionsOf(cx, sheet.id, c.item))]
        : []
    const tests = new Set((await testsOf(cx, sheet.id, c.item)).filter((t) => !t.set_aside).map((t) => t.id))
    const rested = Array.isArray(c.basis) ? (c.basis as { test?: string }[]).flatMap((b) => b.test ?? []) : []
    if (weighed.some((w) => w.recorded_at > c.recorded_at) || rested.some((test) => !tests.has(test)))
      outdated.push(`${numberOf(c.item)}, ${cx.say(`results.concluded-${c.kind}`)}`)
  }
  return outdated
}

async function doneOf(
  cx: Cx,
  sheet: Sheet,
  item: string,
  runs: readonly { sample_kind: string }[],
): Promise<DoneSoFar> {
  const observed = (await observationsOf(cx, sheet.id)).filter((o) => o.item === item)
  const tested = (await testsOf(cx, sheet.id, item)).filter((t) => !t.set_aside)
  return {
    observed: new Set(observed.map((o) => `${o.step}.${o.field}`)),
    tested: new Set([
      ...tested.map((t) => t.technique),
      ...(await portionsOf(cx, sheet.id, item)).map((p) => p.technique),
    ]),
    runs: new Set(runs.map((r) => r.sample_kind)),
    weighed: (await weighingsOf(cx, sheet.id, item)).length > 0,
    sampled: (await samplingsOf(cx, sheet.id)).some((s) => s.item === item),
  }
}
