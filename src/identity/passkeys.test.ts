/** Passkeys as people and attackers use them: real CBOR, COSE and signatures, checked by the library, over HTTP. */
import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAuthenticator, type Wrong } from '../../test/authenticator.ts'
import { type Lab, openLab } from '../../test/lab.ts'
import { type Visitor, visit } from '../../test/visitor.ts'
import { sql } from '#platform/sql.ts'
import { passkeyPlace } from './passkeys.ts'

const ORIGIN = 'http://lab.test'
const PASSWORD = 'seven quiet toucans'
let lab: Lab
beforeAll(async () => {
  lab = await openLab({ behindProxy: true })
  await lab.person('root', ['administrator'], { unit: null })
})
afterAll(() => lab.close())

const options = async (who: Visitor, operation: string, params: Record<string, string> = {}) =>
  (await who.ask(operation, params)).body.options

async function withPasskey(username: string, wrong: Wrong = {}) {
  const { id } = await lab
    .as('root')
    .do('identity.add-person', { name: username, username, password: PASSWORD })
  const who = visit(lab)
  await who.signIn(username, PASSWORD)
  const key = makeAuthenticator(ORIGIN)
  const registration = key.register(await options(who, 'identity.passkey-challenge', { for: 'add' }), wrong)
  const added = await who.tell('identity.add-passkey', { name: 'Bench computer', passkey: registration })
  return { id: id as string, who, key, added, registration }
}
const signIn = async (key: ReturnType<typeof makeAuthenticator>, wrong: Wrong = {}) => {
  const who = visit(lab)
  const answer = await who.tell('identity.sign-in', {
    passkey: key.answer(await options(who, 'identity.sign-in-challenge'), wrong),
  })
  return { who, answer }
}

test('a passkey is added, listed, signs in without a name, steps up, and is removed', async () => {
  const { who, key, added, id } = await withPasskey('paula')
  expect(added.status).toBe(200)
  expect(added.body.recoveryCodes).toHaveLength(10)
  expect((await who.ask('identity.my-passkeys')).body.items).toMatchObject([
    { name: 'Bench computer', lastUsedAt: null, stopped: false },
  ])

  const { who: elsewhere, answer } = await signIn(key)
  expect(answer.status).toBe(200)
  expect(answer.body.person).toEqual({ id, name: 'paula' })
  expect(answer.body.setSession).toBeUndefined()
  const me = await elsewhere.ask('identity.who-am-i')
  expect(me.body).toMatchObject({ secondFactor: true, passkeys: 1, recoveryCodes: 10 })

  const proof = await elsewhere.tell('identity.step-up', {
    passkey: key.answer(await options(elsewhere, 'identity.passkey-challenge', { for: 'step-up' })),
    for: 'identity.issue-token',
  })
  expect(proof.status).toBe(200)
  const token = { name: 'script', scopes: ['identity.who-am-i'] }
  expect((await elsewhere.tell('identity.issue-token', token)).body.code).toBe('step-up-required')
  expect((await elsewhere.tell('identity.issue-token', token, { proof: proof.body.proof })).status).toBe(200)

  const remove = { passkey: added.body.id }
  expect((await who.tell('identity.remove-passkey', remove)).body.code).toBe('identity.show-yourself')
  expect((await who.tell('identity.remove-passkey', { ...remove, password: PASSWORD })).status).toBe(200)
  expect((await signIn(key)).answer.body.code).toBe('identity.passkey-unknown')
  const entries = await lab.db.direct.many<{ action: string }>(
    sql`select action from ledger.entry where subject = ${`identity.person/${id}`} order by seq`,
  )
  expect(entries.map((e) => e.action)).toEqual(
    expect.arrayContaining([
      'identity.add-passkey',
      'identity.sign-in',
      'identity.step-up',
      'identity.remove-passkey',
    ]),
  )
})

test('who has a passkey is not let in by the password alone; a recovery code goes beside it, once', async () => {
  const { added } = await withPasskey('pedro')
  const who = visit(lab)
  expect((await who.signIn('pedro', PASSWORD)).body.code).toBe('identity.passkey-needed')
  const code = String(added.body.recoveryCodes[3])
  // As somebody reads it from paper: capitals, O for 0, without the dash.
  const typed = code.replace('-', ' ').toUpperCase().replaceAll('0', 'O')
  expect((await who.signIn('pedro', PASSWORD, { code: typed })).status).toBe(200)
  expect((await visit(lab).signIn('pedro', PASSWORD, { code })).status).toBe(401)
})

test('a proof for one operation does not sign another', async () => {
  const { who, key } = await withPasskey('petra')
  const proof = await who.tell('identity.step-up', {
    passkey: key.answer(await options(who, 'identity.passkey-challenge', { for: 'step-up' })),
    for: 'reports.sign-report',
  })
  const token = await who.tell(
    'identity.issue-token',
    { name: 's', scopes: ['*'] },
    { proof: proof.body.proof },
  )
  expect(token.body.code).toBe('step-up-required')
})

describe('an attacker with an answer that is not right', () => {
  let key: ReturnType<typeof makeAuthenticator>
  beforeAll(async () => {
    key = (await withPasskey('target')).key
  })
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const wrongs: readonly [string, () => Wrong][] = [
    ['of another origin', () => ({ origin: 'https://lab.test.example' })],
    ['of the same name on another port', () => ({ origin: 'http://lab.test:8443' })],
    ['for another relying party', () => ({ rpId: 'example.com' })],
    ['made when a passkey was added', () => ({ type: 'webauthn.create' })],
    ['without finger, face or PIN', () => ({ userVerified: false })],
    ['signed by another key', () => ({ key: stranger })],
    ['without saying whose key it is', () => ({ userHandle: null })],
    ['under the id of somebody else', () => ({ userHandle: Buffer.alloc(16, 1).toString('base64url') })],
    ['to a challenge of their own', () => ({ challenge: Buffer.alloc(62, 5).toString('base64url') })],
    ['by a passkey that nobody has', () => ({ id: Buffer.alloc(32, 9).toString('base64url') })],
  ]
  test.each(wrongs)('%s is refused', async (_what, wrong) => {
    const { answer } = await signIn(key, wrong())
    expect(answer.body).toMatchObject({ status: 401, code: 'identity.passkey-unknown' })
  })
  test('and the passkey goes on working afterwards', async () => {
    expect((await signIn(key)).answer.status).toBe(200)
  })

  test('a recorded answer does not open a second time', async () => {
    const who = visit(lab)
    const passkey = key.answer(await options(who, 'identity.sign-in-challenge'))
    expect((await who.tell('identity.sign-in', { passkey })).status).toBe(200)
    expect((await visit(lab).tell('identity.sign-in', { passkey })).status).toBe(401)
  })
  test('a challenge that was answered wrongly is spent too', async () => {
    const who = visit(lab)
    const asked = await options(who, 'identity.sign-in-challenge')
    expect(
      (await who.tell('identity.sign-in', { passkey: key.answer(asked, { key: stranger }) })).status,
    ).toBe(401)
    expect((await who.tell('identity.sign-in', { passkey: key.answer(asked) })).status).toBe(401)
  })
  test('twenty of one answer at once open one session', async () => {
    const who = visit(lab)
    const passkey = key.answer(await options(who, 'identity.sign-in-challenge'))
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => visit(lab).tell('identity.sign-in', { passkey })),
    )
    expect(answers.filter((a) => a.status === 200)).toHaveLength(1)
  })
  test('a challenge of yesterday is refused', async () => {
    const who = visit(lab)
    const asked = await options(who, 'identity.sign-in-challenge')
    lab.clock.advance(5 * 60_000)
    expect((await who.tell('identity.sign-in', { passkey: key.answer(asked) })).status).toBe(401)
  })
  test('a challenge for signing in makes no proof, one for a proof signs nobody in, one of another session nothing', async () => {
    const { who } = await signIn(key)
    const forSignIn = await options(who, 'identity.sign-in-challenge')
    expect((await who.tell('identity.step-up', { passkey: key.answer(forSignIn) })).body.code).toBe(
      'identity.wrong-passkey',
    )
    const forProof = await options(who, 'identity.passkey-challenge', { for: 'step-up' })
    expect((await visit(lab).tell('identity.sign-in', { passkey: key.answer(forProof) })).status).toBe(401)
    const { who: other } = await signIn(key)
    const again = await options(who, 'identity.passkey-challenge', { for: 'step-up' })
    expect((await other.tell('identity.step-up', { passkey: key.answer(again) })).status).toBe(409)
    expect(
      (
        await who.tell('identity.step-up', {
          passkey: key.answer(await options(who, 'identity.passkey-challenge', { for: 'step-up' })),
        })
      ).status,
    ).toBe(200)
  })
  test("somebody else's passkey makes no proof in my session", async () => {
    const { who } = await withPasskey('mallory')
    const asked = await options(who, 'identity.passkey-challenge', { for: 'step-up' })
    const answer = await who.tell('identity.step-up', { passkey: key.answer(asked) })
    expect(answer.body.code).toBe('identity.wrong-passkey')
  })
  test('a suspended person has no passkey', async () => {
    const { id, key: own } = await withPasskey('leaver')
    await lab.as('root').do('identity.suspend-person', { person: id }, { reason: 'left' })
    expect((await signIn(own)).answer.body.code).toBe('identity.passkey-unknown')
  })
})

test('a counter that goes back stops the passkey, for the copy and for the original', async () => {
  const { who, key } = await withPasskey('cora')
  key.state.counter = 40
  expect((await signIn(key)).answer.status).toBe(200)
  const copied = await signIn(key, { counter: 12 })
  expect(copied.answer.body.code).toBe('identity.passkey-copied')
  expect((await signIn(key)).answer.body.code).toBe('identity.passkey-unknown')
  expect((await who.ask('identity.my-passkeys')).body.items).toMatchObject([{ stopped: true }])
})
test('whoever does not hold the key cannot stop a passkey by saying a low counter', async () => {
  const { key } = await withPasskey('cosmo')
  key.state.counter = 40
  expect((await signIn(key)).answer.status).toBe(200)
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  expect((await signIn(key, { counter: 1, key: stranger })).answer.body.code).toBe('identity.passkey-unknown')
  expect((await signIn(key)).answer.status).toBe(200)
})
test('a synced passkey, which does not count, signs in again and again', async () => {
  const { key } = await withPasskey('sonia')
  for (let i = 0; i < 3; i += 1) expect((await signIn(key, { counter: 0 })).answer.status).toBe(200)
})

test.each<[string, Wrong]>([
  ['of another origin', { origin: 'https://phishing.example' }],
  ['for another relying party', { rpId: 'phishing.example' }],
  ['to a challenge of their own', { challenge: Buffer.alloc(62).toString('base64url') }],
  ['without finger, face or PIN', { userVerified: false }],
  ['that is an answer', { type: 'webauthn.get' }],
])('a registration %s is refused', async (what, wrong) => {
  const { added, who } = await withPasskey(`reg-${what.replace(/\W+/g, '-')}`, wrong)
  expect(added.body.code).toBe('identity.passkey-not-made')
  expect((await who.ask('identity.my-passkeys')).body.items).toEqual([])
})
test('a registration works once, and not in another session', async () => {
  const { registration, who } = await withPasskey('rita')
  const again = await who.tell('identity.add-passkey', {
    name: 'Again',
    passkey: registration,
    password: PASSWORD,
  })
  expect(again.body.code).toBe('identity.passkey-not-made')
})
test('long after signing in, a passkey is added only by who shows themselves', async () => {
  const { who, key } = await withPasskey('frida')
  lab.clock.advance(20 * 60_000)
  const second = makeAuthenticator(ORIGIN)
  const add = async (shown: object) =>
    who.tell('identity.add-passkey', {
      name: 'Telephone',
      passkey: second.register(await options(who, 'identity.passkey-challenge', { for: 'add' })),
      ...shown,
    })
  expect((await add({})).body.code).toBe('identity.show-yourself')
  expect((await add({ password: 'not the password' })).body.code).toBe('identity.wrong-password')
  const proof = key.answer(await options(who, 'identity.passkey-challenge', { for: 'step-up' }))
  const added = await add({ proof })
  expect(added.status).toBe(200)
  // The second way in brings no new recovery codes: those of the first still count.
  expect(added.body.recoveryCodes).toEqual([])
})

test('passkeys belong to a name; an address has none, but the machine itself has localhost', () => {
  expect(passkeyPlace('https://lims.nfss.gov.bz')).toEqual({
    rpId: 'lims.nfss.gov.bz',
    origins: ['https://lims.nfss.gov.bz'],
  })
  expect(passkeyPlace('http://127.0.0.1:8080')).toEqual({
    rpId: 'localhost',
    origins: ['http://localhost:8080'],
  })
  expect(passkeyPlace('http://[::1]:8080')).toMatchObject({ rpId: 'localhost' })
  expect(passkeyPlace('https://10.1.2.3')).toBeUndefined()
  expect(passkeyPlace('https://[2001:db8::1]')).toBeUndefined()
})
