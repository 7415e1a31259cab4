/** One step of a proposal (answer, approval, end) as a row of its own, and who is then told. */
import { holdsOn, liftHold, placeHold } from '#modules/cases/public.ts'
import { notify } from '#identity/notices.ts'
import type { Cx } from '#platform/cx.ts'
import { type DisposalRow, disposalRef, nextStep, thingsOfDisposal } from './store/disposals.ts'
import { itemRef } from '../things/store/items.ts'

export interface Step {
  readonly kind: 'agreed' | 'kept' | 'approved' | 'refused' | 'withdrawn'
  readonly words?: string | null | undefined
  readonly keepUntil?: string | null | undefined
}

export async function takeStep(cx: Cx, d: DisposalRow, step: Step): Promise<void> {
  await cx.record({
    subject: disposalRef(d.id),
    root: d.root,
    facts: { number: d.number, step: step.kind, keepUntil: step.keepUntil ?? null },
    rows: {
      'evidence.disposal_step': [
        {
          id: cx.newId(),
          disposal: d.id,
          root: d.root,
          seq: await nextStep(cx, d.id),
          kind: step.kind,
          keep_until: step.keepUntil ?? null,
          words: step.words ?? null,
          by_name: cx.actor.name,
        },
      ],
    },
  })
  await notify(cx, [d.proposer], `evidence.notice-disposal-${step.kind}`, {
    subject: disposalRef(d.id),
    number: d.number,
    root: d.root,
    path: `/evidence/disposal/${d.id}`,
  })
}

/** The hold with which each thing was born falls with the second approval of an answered proposal on a closed case (decided.md 16). */
export async function liftBorn(cx: Cx, d: DisposalRow): Promise<void> {
  const things = (await thingsOfDisposal(cx, d.id)).map((t) => itemRef(t.thing))
  const holds = await holdsOn(cx, things)
  for (const hold of [...holds.values()].flat())
    if (hold.kind === 'born') await liftHold(cx, hold.id, d.number)
}

/** An approval that is taken back leaves everything held as it was born. */
export async function holdAgain(cx: Cx, d: DisposalRow, numbers: ReadonlyMap<string, string>): Promise<void> {
  for (const t of await thingsOfDisposal(cx, d.id))
    if (t.certificate === null)
      await placeHold(cx, {
        subject: itemRef(t.thing),
        root: d.root,
        kind: 'born',
        why: 'evidence.hold-born',
        values: { number: numbers.get(t.thing) ?? '' },
      })
}
