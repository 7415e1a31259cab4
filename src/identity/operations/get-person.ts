/** One person: office, account, what they hold and from whom, when they are away. */
import { z } from 'zod'
import { Id, actions } from '#kernel/shapes.ts'
import { type Verdict, no, notFound, unless } from '#kernel/verdict.ts'
import { actionsOf } from '#platform/actions.ts'
import type { Cx } from '#platform/cx.ts'
import { query } from '#platform/define.ts'
import { PersonPage } from '../contract/people.ts'
import { heldOf } from '../holding.ts'
import { providerOf } from '../sign-on.ts'
import { mayAdminister, mayEndLeave, mayRecordLeave } from '../rules.ts'
import { absencesOf } from '../store/absences.ts'
import { type PersonFacts, personFacts } from '../store/people.ts'
import { openRecoveryOf } from '../store/recovery.ts'
import { conflictsOf } from '../store/walls.ts'
import { seenOf } from '../store/glass.ts'

export const getPerson = query({
  name: 'identity.get-person',
  summary: 'Shows one person: office, account, what they hold, when they are away.',
  who: ['administrator', 'director', 'quality-manager', 'section-head'],
  input: z.strictObject({ id: Id }),
  output: PersonPage.extend({ actions }),
  async run(cx, input) {
    cx.allow(null)
    const person = await personFacts(cx, input.id)
    if (!person) throw notFound()
    const row = { may_see: true }
    const absences = await absencesOf(cx.tx, person.id)
    return {
      ...person,
      held: await heldOf(cx, person.id, (grant) => actionsOf(cx, row, grant.verdicts)),
      absences: absences.map((a) => ({ ...a, mayEnd: mayEndLeave(cx.actor, a, cx.now).ok })),
      conflicts: await conflictsSeen(cx, person.id),
      actions: actionsOf(cx, row, await verdictsOf(cx, person)),
    }
  },
})

async function conflictsSeen(cx: Cx, person: string) {
  const all = await conflictsOf(cx.tx, person)
  const seen = await seenOf(
    cx,
    all.flatMap((c) => c.root ?? []),
  )
  const names = await cx.ground.roots.names(cx.tx, seen)
  return all
    .filter((c) => c.root === null || seen.includes(c.root))
    .map((c) => ({
      id: c.id,
      about: c.about,
      at: c.at,
      of: c.root === null ? null : (names.get(c.root) ?? null),
    }))
}

async function verdictsOf(cx: Cx, p: PersonFacts): Promise<Record<string, Verdict>> {
  const another = unless(p.id !== cx.actor.id, no('identity.not-yourself'))
  const mine = mayAdminister(cx.actor, p.unit?.id ?? null, true)
  const both = another.ok ? mine : another
  const open = p.username === null ? undefined : await openRecoveryOf(cx, p.id)
  const soon = { person: p.id, from: cx.now, until: '9999-01-01', closes: false }
  return {
    'identity.grant-role': both,
    'identity.record-leave': mayRecordLeave(cx.actor, soon),
    ...(p.username === null
      ? {}
      : {
          'identity.start-recovery': open ? no('identity.recovery-open') : both,
          ...(providerOf(cx.ground) === null
            ? {}
            : p.ways?.signOn == null
              ? { 'identity.link-sign-on': both }
              : { 'identity.unlink-sign-on': both }),
          ...(p.suspended ? { 'identity.reinstate-person': both } : { 'identity.suspend-person': both }),
        }),
    'identity.record-departure': p.leftAt === null ? both : no('identity.already-so'),
  }
}
