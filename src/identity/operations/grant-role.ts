/** Gives a person a role at a unit and all units beneath it, or at the whole service, from one date until another. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless, no, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Created, GrantRole } from '../contract.ts'
import { roles } from '../roles.ts'
import { mayGrantRole } from '../rules.ts'

export const grantRole = command({
  name: 'identity.grant-role',
  summary: 'Gives a person a role at a unit and all units beneath it, or at the whole service.',
  who: ['administrator'],
  input: GrantRole,
  output: Created,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    refuseUnless(
      unless(
        (roles as readonly string[]).includes(input.role),
        no('identity.no-such-role', { role: input.role }),
      ),
    )
    refuseUnless(mayGrantRole(cx.actor, { person: input.person, role: input.role, unit: input.unit ?? null }))

    const id = input.id ?? cx.newId()
    await cx.record({
      subject: ref('identity.person', input.person),
      facts: { role: input.role, unit: input.unit ?? null },
      rows: {
        'identity.role_grant': [
          {
            id,
            person: input.person,
            role: input.role,
            unit: input.unit ?? null,
            from_at: input.from ?? cx.now,
            until_at: input.until ?? null,
          },
        ],
      },
    })
    return { id }
  },
})
