/** Lifts a hold on a body, with the reason; a hold on its case stays, and lets the body alone go by the letter of whoever may. */
import { holdsOn, liftHold } from '#modules/cases/public.ts'
import { itemRef } from '#modules/evidence/public.ts'
import type { Cx } from '#platform/cx.ts'
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { bodyHere } from '../body-step.ts'
import { Done } from '../../call/contract.ts'
import { FreeBody } from '../contract.ts'
import { bodyOf } from '../store/bodies.ts'
import { caseHoldsOnBody } from '../../call/store/case-holds.ts'
import { type DeathRow, deathRef } from '../../call/store/deaths.ts'
import { deciders } from '../../roles.ts'

export const freeBody = command({
  name: 'death.free-body',
  summary:
    'Lifts a hold on a body, with the reason; from a hold on its case the body alone is let go, by a letter.',
  who: deciders,
  reason: 'required',
  input: FreeBody,
  output: Done,
  async run(cx, input) {
    const { death, thing } = await bodyHere(cx, input.death, { leaving: true })
    const whole = (await caseHoldsOnBody(cx, death)).find((h) => h.id === input.hold)
    if (whole) return consent(cx, death, whole.id, input.authority)
    const held = (await holdsOn(cx, [itemRef(thing.id)])).get(itemRef(thing.id)) ?? []
    const hold = held.find((h) => h.id === input.hold && h.kind !== 'born' && h.kind !== 'work')
    refuseUnless(unless(hold !== undefined, no('death.no-such-hold')))
    await liftHold(cx, input.hold, 'death.lift-on-authority')
    return { id: input.hold }
  },
})

async function consent(
  cx: Cx,
  death: DeathRow,
  hold: string,
  authority: string | null | undefined,
): Promise<{ id: string }> {
  refuseUnless(unless(Boolean(authority), no('death.consent-without-letter', {}, 'death.next-letter')))
  const body = await bodyOf(cx, death.root)
  if (!body) throw notFound()
  await cx.record({
    subject: deathRef(death.id),
    root: death.root,
    facts: { consent: hold },
    rows: {
      'death.consent': [
        { id: cx.newId(), root: death.root, body: body.id, hold, authority: authority ?? '' },
      ],
    },
  })
  return { id: hold }
}
