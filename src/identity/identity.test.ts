import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, openLab } from '../../test/lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
})
afterAll(() => lab.close())

test('a stranger is told nothing, and who signs in learns what they may do', async () => {
  await lab.person('alice', ['analyst'])
  expect((await lab.as(null).ask('identity.who-am-i')).status).toBe(401)
  const me = await lab.as('alice').ask('identity.who-am-i')
  expect(me.body).toMatchObject({ person: { name: 'alice' }, roles: ['analyst'] })
})

test('only an administrator adds people; the same key adds one person once', async () => {
  await lab.person('root', ['administrator'], { unit: null })
  expect((await lab.as('alice').tell('identity.add-person', { name: 'Bob' }, { stepUp: true })).status).toBe(
    403,
  )
  const first = await lab
    .as('root')
    .tell(
      'identity.add-person',
      { name: 'Bob', username: 'bob', password: 'three green parrots' },
      { key: 'k1', stepUp: true },
    )
  const again = await lab
    .as('root')
    .tell(
      'identity.add-person',
      { name: 'Bob', username: 'bob', password: 'three green parrots' },
      { key: 'k1', stepUp: true },
    )
  expect(again.body).toEqual(first.body)
  const other = await lab
    .as('root')
    .tell(
      'identity.add-person',
      { name: 'Rob', username: 'rob', password: 'three green parrots' },
      { key: 'k1', stepUp: true },
    )
  expect(other.body.code).toBe('key-already-used')
  const taken = await lab
    .as('root')
    .tell('identity.add-person', { name: 'Bob', username: 'bob' }, { stepUp: true })
  expect(taken.body).toMatchObject({ status: 409, code: 'identity.username-taken' })
})

test('a wrong password is refused in the same words as an unknown name, and tries run out', async () => {
  const wrong = await lab.as(null).tell('identity.sign-in', { username: 'bob', password: 'no' })
  const unknown = await lab.as(null).tell('identity.sign-in', { username: 'nobody', password: 'no' })
  expect(wrong.body.detail).toBe(unknown.body.detail)
  expect(wrong.status).toBe(401)
  const good = await lab
    .as(null)
    .tell('identity.sign-in', { username: 'bob', password: 'three green parrots' })
  expect(good.status).toBe(200)
  for (let i = 0; i < 5; i += 1)
    await lab.as(null).tell('identity.sign-in', { username: 'bob', password: 'no' })
  expect(
    (await lab.as(null).tell('identity.sign-in', { username: 'bob', password: 'three green parrots' }))
      .status,
  ).toBe(429)
})

test('a second factor by code: enrolled, asked for, each code once, recovery codes spent', async () => {
  const { generate } = await import('otplib')
  await lab
    .as('root')
    .do('identity.add-person', { name: 'Carol', username: 'carol', password: 'seven quiet toucans' })
  const first = await lab
    .as(null)
    .tell('identity.sign-in', { username: 'carol', password: 'seven quiet toucans' })
  const carol = {
    cookie: first.headers.get('set-cookie')?.match(/custodia_session=[^;]+/)?.[0] ?? '',
    'x-custodia-csrf': first.body.csrf as string,
    'content-type': 'application/json',
  }
  const tell = async (operation: string, body: unknown) =>
    (
      await fetch(`${lab.url}/api/identity/${operation}`, {
        method: 'POST',
        headers: carol,
        body: JSON.stringify(body),
      })
    ).json() as Promise<{ secret: string; recoveryCodes: string[]; code: string }>
  const { secret } = await tell('enrol-totp', { password: 'seven quiet toucans' })
  const epoch = () => Math.floor(Date.parse(lab.clock.now()) / 1000)
  expect((await tell('enrol-totp', { password: 'seven quiet toucans', code: '000000' })).code).toBe(
    'identity.wrong-code',
  )
  const { recoveryCodes } = await tell('enrol-totp', {
    password: 'seven quiet toucans',
    code: await generate({ secret, epoch: epoch() }),
  })
  expect(recoveryCodes).toHaveLength(10)
  lab.clock.advance(60_000)
  const code = await generate({ secret, epoch: epoch() })
  const signIn = (more: object) =>
    lab.as(null).tell('identity.sign-in', { username: 'carol', password: 'seven quiet toucans', ...more })
  expect((await signIn({})).body.code).toBe('identity.code-needed')
  expect((await signIn({ code })).status).toBe(200)
  expect((await signIn({ code })).status).toBe(401)
  expect((await signIn({ code: recoveryCodes[0] })).status).toBe(200)
  expect((await signIn({ code: recoveryCodes[0] })).status).toBe(401)
})

test('a suspended account ends with its sessions and tokens', async () => {
  await lab.person('dave', ['analyst'])
  const { token } = await lab
    .as('dave')
    .do('identity.issue-token', { name: 'script', scopes: ['identity.who-am-i'] }, { stepUp: true })
  const byToken = (operation = 'who-am-i') =>
    fetch(`${lab.url}/api/identity/${operation}`, { headers: { authorization: `Bearer ${token}` } })
  expect((await byToken()).status).toBe(200)
  expect((await byToken('my-sessions')).status).toBe(403)
  await lab
    .as('root')
    .do('identity.suspend-person', { person: lab.people.get('dave')?.id }, { reason: 'left the service' })
  expect((await byToken()).status).toBe(401)
  expect((await lab.as('dave').ask('identity.who-am-i')).status).toBe(401)
})

test('a cookie alone does nothing: the page must show that it is ours', async () => {
  const who = lab.people.get('alice')
  const forged = await fetch(`${lab.url}/api/identity/sign-out`, {
    method: 'POST',
    headers: { cookie: `custodia_session=${who?.token}`, 'content-type': 'application/json' },
    body: '{}',
  })
  expect(forged.status).toBe(403)
})

test.each(['short', 'passwordpassword', 'rootrootroot12', 'abcabcabcabc', '123456789012'])(
  '%s is no password',
  async (password) => {
    const answer = await lab
      .as('root')
      .tell(
        'identity.add-person',
        { name: 'Eve', username: `eve${Math.floor(password.length)}`, password },
        { stepUp: true },
      )
    expect(answer.status).toBe(400)
    expect(answer.body.code).toMatch(/^identity\.password-/)
  },
)

test('a view of a list is kept by its name, is mine on every device, and nobody else has it', async () => {
  const state = {
    q: 'Pen Road',
    sort: '-number',
    filters: { 'f.state': 'open' },
    columns: ['number', 'title'],
  }
  await lab.as('alice').do('identity.keep-view', { list: 'cases.worklist', name: 'Dangriga', state })
  await lab.as('alice').do('identity.keep-view', {
    list: 'cases.worklist',
    name: 'Dangriga',
    state: { ...state, q: 'Dangriga' },
  })
  expect((await lab.as('alice').ask('identity.my-views', { list: 'cases.worklist' })).body.items).toEqual([
    { name: 'Dangriga', state: { ...state, q: 'Dangriga' }, shared: null, by: null },
  ])
  expect((await lab.as('alice').ask('identity.my-views', { list: 'evidence.items' })).body.items).toEqual([])
  expect((await lab.as('root').ask('identity.my-views', { list: 'cases.worklist' })).body.items).toEqual([])
  const other = await lab
    .as('root')
    .tell('identity.forget-view', { list: 'cases.worklist', name: 'Dangriga' })
  expect(other.status).toBe(404)
  await lab.as('alice').do('identity.forget-view', { list: 'cases.worklist', name: 'Dangriga' })
  expect((await lab.as('alice').ask('identity.my-views', { list: 'cases.worklist' })).body.items).toEqual([])
  for (let n = 1; n <= 30; n += 1)
    await lab.as('alice').do('identity.keep-view', { list: 'cases.worklist', name: `View ${n}`, state })
  const one = await lab
    .as('alice')
    .tell('identity.keep-view', { list: 'cases.worklist', name: 'One too many', state })
  expect(one.body).toMatchObject({ status: 409, code: 'identity.too-many-views' })
})
