import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, openLab } from '../../test/lab.ts'

let lab: Lab
beforeAll(async () => { lab = await openLab() })
afterAll(() => lab.close())

test('a stranger is told nothing, and who signs in learns what they may do', async () => {
  await lab.person('alice', ['analyst'])
  expect((await lab.as(null).ask('identity.who-am-i')).status).toBe(401)
  const me = await lab.as('alice').ask('identity.who-am-i')
  expect(me.body).toMatchObject({ person: { name: 'alice' }, roles: ['analyst'] })
})

test('only an administrator adds people; the same key adds one person once', async () => {
  await lab.person('root', ['administrator'], { unit: null })
  expect((await lab.as('alice').tell('identity.add-person', { name: 'Bob' })).status).toBe(403)
  const first = await lab.as('root').tell('identity.add-person', { name: 'Bob', username: 'bob', password: 'three green parrots' }, { key: 'k1' })
  const again = await lab.as('root').tell('identity.add-person', { name: 'Bob', username: 'bob', password: 'three green parrots' }, { key: 'k1' })
  expect(again.body).toEqual(first.body)
  const other = await lab.as('root').tell('identity.add-person', { name: 'Rob', username: 'rob', password: 'three green parrots' }, { key: 'k1' })
  expect(other.body.code).toBe('key-already-used')
  const taken = await lab.as('root').tell('identity.add-person', { name: 'Bob', username: 'bob' })
  expect(taken.body).toMatchObject({ status: 409, code: 'identity.username-taken' })
})

test('a wrong password is refused in the same words as an unknown name, and tries run out', async () => {
  const wrong = await lab.as(null).tell('identity.sign-in', { username: 'bob', password: 'no' })
  const unknown = await lab.as(null).tell('identity.sign-in', { username: 'nobody', password: 'no' })
  expect(wrong.body.detail).toBe(unknown.body.detail)
  expect(wrong.status).toBe(401)
  const good = await lab.as(null).tell('identity.sign-in', { username: 'bob', password: 'three green parrots' })
  expect(good.status).toBe(200)
  for (let i = 0; i < 5; i += 1) await lab.as(null).tell('identity.sign-in', { username: 'bob', password: 'no' })
  expect((await lab.as(null).tell('identity.sign-in', { username: 'bob', password: 'three green parrots' })).status).toBe(429)
})
