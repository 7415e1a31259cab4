/** What became of a body after it left: buried, cremated, taken up again. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { burialsOf } from './store/bodies.ts'
import { deathRef, seeDeath } from '../call/store/deaths.ts'

export async function keepBurial(
  cx: Cx,
  input: { death: string; kind: string; on: string; place: string; authority?: string | null | undefined },
): Promise<{ id: string }> {
  const death = await seeDeath(cx, input.death, { lock: true })
  cx.allow(death)
  const before = await burialsOf(cx, death.root)
  const last = before.at(-1)?.kind
  refuseUnless(
    unless(
      death.released_at !== null || input.kind === 'exhumed',
      no('death.not-released', {}, 'death.next-release'),
    ),
  )
  refuseUnless(unless(input.kind !== 'exhumed' || last === 'buried', no('death.not-buried')))
  refuseUnless(
    unless(
      input.kind === 'exhumed' || last === undefined || last === 'exhumed',
      no(`death.at-rest-already`, { place: before.at(-1)?.place ?? '' }, 'death.next-exhume-first'),
    ),
  )
  const id = cx.newId()
  await cx.record({
    subject: deathRef(death.id),
    root: death.root,
    facts: { burial: input.kind, on: input.on },
    rows: {
      'death.burial': [
        {
          id,
          root: death.root,
          seq: (before.at(-1)?.seq ?? 0) + 1,
          kind: input.kind,
          on_text: input.on,
          place: input.place,
          authority: input.authority ?? null,
        },
      ],
    },
  })
  return { id }
}
