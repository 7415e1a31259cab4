/** A death is a root of its own: whoever tells one may not name it after something that stands already, and look into that. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { aCall, accepted, officeOf } from '../examples.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await officeOf(lab)
})
afterAll(() => lab.close())

test('a call that bears the id of a case of others opens nothing', async () => {
  const { death } = await accepted(lab)
  const { case: file } = (await lab.as('isela').ask('death.get-death', { death })).body
  await lab.person('far', ['morgue-attendant'], { unit: lab.units['counter'], name: 'Far Away' })
  await lab.person('officer', ['officer'], { unit: lab.units['policeDangriga'], name: 'An Officer' })
  await lab.person('other', ['evidence-officer'], { unit: lab.units['counter'], name: 'Other One' })
  expect((await lab.as('other').ask('cases.get-case', { case: file })).status).toBe(404)
  // Whoever may begin anything under an id of their own choice: a call, a case, a question, somebody who is missed.
  const ways: [who: string, operation: string, input: object][] = [
    ['officer', 'portal.complain', { id: file, text: 'Nobody answered for a month' }],
    ['other', 'cases.open-case', { id: death, type: 'death', title: 'Another' }],
    ['far', 'death.take-call', { ...aCall(), id: file }],
  ]
  for (const [who, operation, input] of ways) {
    const answer = await lab.as(who).tell(operation, input, { stepUp: true })
    expect([operation, answer.status, answer.body.code]).toEqual([
      operation,
      409,
      expect.stringMatching(/id-in-use|already-there/),
    ])
  }
  const told = await lab.as('far').tell('death.take-call', { ...aCall(), id: file })
  expect([told.status, told.body.code]).toEqual([409, 'death.id-in-use'])
  expect((await lab.as('other').ask('cases.get-case', { case: file })).status).toBe(404)
})
