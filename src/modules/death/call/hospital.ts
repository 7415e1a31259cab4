/** What a hospital is asked for: one row, one entry, whether records or blood taken in life. */
import { refuseUnless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { mustBeAccepted } from './rules.ts'
import { deathRef, seeDeath } from './store/deaths.ts'

export async function askHospital(
  cx: Cx,
  kind: string,
  input: {
    id?: string | undefined
    death: string
    whom: string
    what: string
    dueOn?: string | null | undefined
  },
): Promise<{ id: string }> {
  const death = await seeDeath(cx, input.death, { lock: true })
  cx.allow(death)
  refuseUnless(mustBeAccepted(death))
  const id = input.id ?? cx.newId()
  await cx.record({
    subject: deathRef(death.id),
    root: death.root,
    facts: { asked: kind, due: input.dueOn ?? null },
    rows: {
      'death.asked': [
        {
          id,
          root: death.root,
          kind,
          whom: input.whom,
          what: input.what,
          at: cx.occurredAt,
          due_on: input.dueOn ?? null,
        },
      ],
    },
  })
  return { id }
}
