/** Lets a person do a method, or review it, from one day until another (ISO/IEC 17025:2017, 6.2.6). */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AuthorisePerson, Created } from '../contract.ts'
import { mayAuthorise } from '../rules.ts'
import { methodRow, mustBePerson } from '../store/standing.ts'

export const authorisePerson = command({
  name: 'quality.authorise-person',
  summary: 'Lets a person do a method, or review it, from one day until another.',
  who: ['quality-manager', 'director', 'section-head'],
  input: AuthorisePerson,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    await cx.lock([ref('identity.person', input.person)])
    await mustBePerson(cx, input.person)
    const method = await methodRow(cx, input.method)
    refuseUnless(mayAuthorise({ self: input.person === cx.actor.id, from: input.from, until: input.until }))

    const id = input.id ?? cx.newId()
    await cx.record({
      subject: ref('identity.person', input.person),
      facts: { method: method.code, as: input.as, from: input.from, until: input.until ?? null },
      rows: {
        'quality.authorisation': [
          {
            id,
            person: input.person,
            method: method.id,
            capacity: input.as,
            from_on: input.from,
            until_on: input.until ?? null,
            basis: input.basis ?? null,
          },
        ],
      },
    })
    return { id }
  },
})
