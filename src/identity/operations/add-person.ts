/** Adds a person, with or without an account: somebody may be a party or a custodian who never signs in. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AddPerson, Created } from '../contract.ts'
import { mustBeGoodPassword } from '../passwords.ts'
import { mayAdminister } from '../rules.ts'
import { hashSecret } from '../secrets.ts'
import { insertAccount, settingOf, wordsOfTheHouse } from '../store.ts'

export const addPerson = command({
  name: 'identity.add-person',
  summary: 'Adds a person, with or without an account.',
  who: ['administrator'],
  input: AddPerson,
  output: Created,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    refuseUnless(mayAdminister(cx.actor, input.unit ?? null, true))
    if (input.password !== undefined)
      mustBeGoodPassword(input.password, {
        own: [input.username ?? '', input.name, ...(await wordsOfTheHouse(cx.tx))],
        alone: true,
      })

    const id = input.id ?? cx.newId()
    await cx.record({
      subject: ref('identity.person', id),
      facts: { account: input.username !== undefined },
      rows: {
        'identity.person': [
          {
            id,
            name: input.name,
            rank: input.rank ?? null,
            badge: input.badge ?? null,
            title: input.title ?? null,
            agency: input.agency ?? null,
            unit: input.unit ?? null,
            email: input.email ?? null,
            phone: input.phone ?? null,
          },
        ],
      },
    })
    if (input.username !== undefined) {
      const hash = input.password === undefined ? null : await hashSecret(input.password)
      await insertAccount(cx, {
        person: id,
        username: input.username,
        passwordHash: hash,
        language: input.language ?? (await settingOf<string>(cx.tx, 'language')) ?? 'en',
      })
    }
    return { id }
  },
})
