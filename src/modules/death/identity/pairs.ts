/** One word on a pair: a body and a missing person are proposed as one, confirmed, or told apart. */
import type { Json } from '#kernel/canonical.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { compared } from './comparison.ts'
import { type DeathRow, deathRef, seeDeath } from '../call/store/deaths.ts'
import { type MissingRow, matchesOf, missingRef, seeMissing } from './store/identities.ts'

export async function pairUp(
  cx: Cx,
  input: { death: string; missing: string; words?: string | null | undefined; method?: string },
  state: 'proposed' | 'confirmed' | 'excluded',
): Promise<{ id: string; death: DeathRow; missing: MissingRow }> {
  await cx.lock([deathRef(input.death), missingRef(input.missing)])
  const death = await seeDeath(cx, input.death)
  cx.allow(death)
  const missing = await seeMissing(cx, input.missing)
  cx.allow(missing)
  refuseUnless(
    unless(
      missing.found_as === null || missing.found_as === death.root,
      no('death.missing-found-already', { number: missing.number }),
    ),
  )
  const before = (await matchesOf(cx, death.root)).find((m) => m.missing === missing.id)
  refuseUnless(unless(before?.state !== state, no(`death.match-already-${state}`)))
  // A name that is confirmed gives way to another only when it was taken back.
  refuseUnless(
    unless(
      state !== 'confirmed' || death.identity !== 'confirmed',
      no('death.identified-already', {}, 'death.next-withdraw-identity'),
    ),
  )
  // Who is told apart from a name that stands as confirmed would go on bearing it.
  refuseUnless(
    unless(
      state !== 'excluded' || before?.state !== 'confirmed' || death.identity !== 'confirmed',
      no('death.match-bears-identity', { number: missing.number }, 'death.next-withdraw-identity'),
    ),
  )
  const [pair] = (await compared(cx, death, missing)).ranked
  const id = cx.newId()
  await cx.record({
    subject: deathRef(death.id),
    root: death.root,
    facts: { match: state, missing: missing.number, score: pair?.fit.score ?? 0 },
    rows: {
      'death.match': [
        {
          id,
          root: death.root,
          missing: missing.id,
          seq: (before?.seq ?? 0) + 1,
          state,
          score: pair?.fit.score ?? null,
          reasons: (pair?.fit.reasons ?? []) as unknown as Json,
          method: input.method ?? null,
          words: input.words ?? null,
        },
      ],
    },
  })
  return { id, death, missing }
}
