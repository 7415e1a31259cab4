/** Registers an organisation whose people use or receive the service. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Created, RegisterAgency } from '../contract.ts'
import { mayAdminister } from '../rules.ts'

export const registerAgency = command({
  name: 'identity.register-agency',
  summary: 'Registers an organisation whose people use or receive the service.',
  who: ['administrator'],
  input: RegisterAgency,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    refuseUnless(mayAdminister(cx.actor, null, false))

    const id = input.id ?? cx.newId()
    await cx.record({
      subject: ref('identity.agency', id),
      facts: { kind: input.kind },
      rows: {
        'identity.agency': [
          {
            id,
            name: input.name,
            short_name: input.shortName,
            code: input.code ?? null,
            kind: input.kind,
            unverified: input.unverified || null,
            source: input.source ?? null,
          },
        ],
      },
    })
    return { id }
  },
})
