/** An inquest step by step: referred, and its verdict. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { mustBeAccepted } from '../call/rules.ts'
import { inquestsOf } from './store/certifications.ts'
import { deathRef, seeDeath } from '../call/store/deaths.ts'

export async function keepInquest(
  cx: Cx,
  i: {
    death: string
    kind: 'referred' | 'verdict'
    court: string
    onDay?: string | null | undefined
    reason: string | null
    jury?: boolean | null | undefined
    verdict: string | null
    number?: string | null | undefined
  },
): Promise<{ id: string }> {
  const death = await seeDeath(cx, i.death, { lock: true })
  cx.allow(death)
  refuseUnless(mustBeAccepted(death))
  const before = await inquestsOf(cx, death.root)
  refuseUnless(
    unless(i.kind !== 'verdict' || before.length > 0, no('death.not-referred', {}, 'death.next-refer')),
  )
  const id = cx.newId()
  await cx.record({
    subject: deathRef(death.id),
    root: death.root,
    facts: { inquest: i.kind },
    rows: {
      'death.inquest': [
        {
          id,
          root: death.root,
          seq: (before.at(-1)?.seq ?? 0) + 1,
          kind: i.kind,
          court: i.court,
          on_day: i.onDay ?? null,
          jury: i.jury ?? null,
          reason: i.reason,
          verdict: i.verdict,
          number: i.number ?? null,
        },
      ],
    },
  })
  return { id }
}
