/** Everything that keeps a body in the house, gathered once: for the button, for the refusal, for the list of reasons. */
import { codesOf } from '#modules/catalogue/public.ts'
import { holdsOn } from '#modules/cases/public.ts'
import { itemRef } from '#modules/evidence/public.ts'
import type { Cx } from '#platform/cx.ts'
import { namesOf } from '../call/store/names.ts'
import { cremationPaper } from './papers.ts'
import { type Keeping, keptBy } from './rules.ts'
import { caseHoldsOn, caseHoldsOnBody, caseHoldsSaid } from '../call/store/case-holds.ts'
import { profileOf } from '../call/rules.ts'
import { reviewWanted } from '../certification/rules.ts'
import { takenUpFor } from '../call/store/exhumations.ts'
import { papersOf } from './store/bodies.ts'
import { causesOf } from '../certification/store/certifications.ts'
import type { DeathRow } from '../call/store/deaths.ts'
import { examinationsOf, openExaminationsOf } from '../examination/store/examinations.ts'

export async function keepingOf(cx: Cx, death: DeathRow): Promise<Keeping> {
  const law = death.profile
    ? (await codesOf(cx, 'death-authority')).find((c) => c.code === death.profile)
    : undefined
  const wanted = law ? profileOf(law.code, law.data).release : []
  const papers = (await papersOf(cx, death.root)).filter((p) => !p.used)
  const up = await takenUpFor(cx, death.root)
  const names = await namesOf(
    cx,
    wanted.map((kind) => ['death-paper', kind] as const),
  )
  const holds = death.body ? await holdsOn(cx, [itemRef(death.body)]) : new Map()
  const examinations = await openExaminationsOf(cx, death.root)
  // The office’s own papers may be written when the body has gone: what keeps it is the examination itself.
  const own = new Set([
    ...(await examinationsOf(cx, death.root)).map((e) => e.request ?? ''),
    ...(await causesOf(cx, death.root)).map((c) => c.request ?? ''),
  ])
  own.delete('')
  return {
    identity: death.identity,
    exhumedFor: up && !up.examined ? up.number : null,
    openExaminations: examinations.map((e) => cx.say(`death.examination-${e.kind}`)),
    holds: [...holds.values()]
      .flat()
      .filter((h) => h.kind !== 'born' && !own.has(String(h.values?.['request'] ?? '')))
      .map((h) => cx.say(h.why, h.values)),
    caseHolds: (await caseHoldsSaid(cx, death, await caseHoldsOnBody(cx, death))).map((h) => h.why),
    papersWanted: wanted.map((kind) => ({
      name: names.text('death-paper', kind),
      state: papers.find((p) => p.kind === kind)?.state ?? null,
    })),
    homicideToCremate:
      death.manner === 'homicide' && papers.some((p) => p.kind === cremationPaper && p.state === 'approved'),
    homicideUnreviewed: reviewWanted(death.manner, await examinationsOf(cx, death.root)),
  }
}

/** In the reader’s words; nothing where the body may go. */
export const reasonsOf = async (cx: Cx, death: DeathRow): Promise<string[]> =>
  keptBy(await keepingOf(cx, death)).map((r) => cx.say(r.code, r.values))

/** What keeps each bag of effects: a hold on the bag, or on the whole case. What may be evidence goes to nobody. */
export async function effectsKept(
  cx: Cx,
  death: DeathRow,
  bags: readonly string[],
): Promise<(bag: string) => string[]> {
  if (bags.length === 0) return () => []
  const own = await holdsOn(cx, bags.map(itemRef))
  const whole = (await caseHoldsSaid(cx, death, await caseHoldsOn(cx, death))).map((h) => h.why)
  return (bag) => [
    ...(own.get(itemRef(bag)) ?? []).filter((h) => h.kind !== 'born').map((h) => cx.say(h.why, h.values)),
    ...whole,
  ]
}
