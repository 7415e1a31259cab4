/** Adds an office, section or formation, with the dates between which it exists. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AddUnit, Created } from '../contract.ts'
import { mayAdminister } from '../rules.ts'

export const addUnit = command({
  name: 'identity.add-unit',
  summary: 'Adds an office, section or formation, with the dates between which it exists.',
  who: ['administrator'],
  input: AddUnit,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    refuseUnless(mayAdminister(cx.actor, input.parent ?? null, true))

    const id = input.id ?? cx.newId()
    await cx.record({
      subject: ref('identity.unit', id),
      facts: { code: input.code },
      rows: {
        'identity.unit': [
          {
            id,
            agency: input.agency,
            parent: input.parent ?? null,
            name: input.name,
            code: input.code,
            kind: input.kind,
            valid_from: input.validFrom ?? null,
            valid_until: input.validUntil ?? null,
            unverified: input.unverified || null,
            source: input.source ?? null,
          },
        ],
      },
    })
    return { id }
  },
})
