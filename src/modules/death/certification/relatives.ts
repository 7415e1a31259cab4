/** A word with a relative: when, how, in which language; what was said stands in the vault. Of a homicide nothing of the findings is told. */
import { keepPersonal } from '#ledger/vault.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { deathRef, seeDeath } from '../call/store/deaths.ts'
import { relativesOf } from './store/certifications.ts'

export async function speak(
  cx: Cx,
  c: {
    id?: string | undefined
    death: string
    relative: string
    kind: string
    way: string
    language?: string | null | undefined
    outcome: string
    words?: string | null | undefined
  },
): Promise<{ id: string }> {
  const death = await seeDeath(cx, c.death, { lock: true })
  cx.allow(death)
  const relative = (await relativesOf(cx, [death.root])).find((r) => r.id === c.relative)
  refuseUnless(unless(relative !== undefined, no('death.relative-of-another')))
  refuseUnless(
    unless(
      !(c.kind === 'told' && death.manner === 'homicide'),
      no('death.homicide-not-told', {}, 'death.next-refer-relatives'),
    ),
  )
  const id = c.id ?? cx.newId()
  const kept = await keepPersonal(cx, death.root, { words: c.words ?? null })
  await cx.record({
    subject: deathRef(death.id),
    root: death.root,
    facts: { contact: c.kind, outcome: c.outcome },
    rows: {
      'death.contact': [
        {
          id,
          root: death.root,
          relative: c.relative,
          kind: c.kind,
          way: c.way,
          language: c.language ?? relative?.language ?? null,
          ...kept,
          outcome: c.outcome,
          at: cx.occurredAt,
        },
      ],
    },
  })
  return { id }
}
