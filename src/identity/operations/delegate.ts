/** Hands a role of one's own on for a while: to a stand-in, at the same unit or a narrower one; it ends by itself, and with one's own. */
import { ref } from '#kernel/shapes.ts'
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Created } from '../contract.ts'
import { Delegate } from '../contract/duties.ts'
import { mayDelegate } from '../rules.ts'
import { mayComeIn } from '../store/absences.ts'
import { findGrant, liesWithin } from '../store/duties.ts'
import { findPerson } from '../store/people.ts'

export const delegate = command({
  name: 'identity.delegate',
  summary: 'Hands a role of one’s own on to a stand-in for a while.',
  who: 'signed-in',
  input: Delegate,
  output: Created,
  reason: 'required',
  stepUp: true,
  async run(cx, input) {
    const subject = ref('identity.person', input.to)
    await cx.lock([subject, ref('identity.person', cx.actor.id)])
    cx.allow(null)
    const grant = await findGrant(cx, input.grant)
    const to = await findPerson(cx.tx, input.to)
    if (!grant || grant.person !== cx.actor.id || !to) throw notFound()
    refuseUnless(
      mayDelegate(
        cx.actor,
        grant,
        {
          id: to.id,
          canSignIn: to.hasAccount && (await mayComeIn(cx, to.id)),
          sameAgency: to.agency === cx.actor.agency,
        },
        { now: cx.now, until: input.until },
      ),
    )
    const unit = input.unit ?? grant.unit
    refuseUnless(unless(await liesWithin(cx.tx, unit, grant.unit), no('identity.wider-than-yours')))

    const id = input.id ?? cx.newId()
    await cx.record({
      subject,
      facts: { role: grant.role, unit, from: cx.actor.id, until: input.until },
      rows: {
        'identity.role_grant': [
          {
            id,
            person: to.id,
            role: grant.role,
            unit,
            from_at: input.from ?? cx.now,
            until_at: input.until,
            delegated_from: grant.id,
          },
        ],
      },
    })
    return { id }
  },
})
