/** Signing in as people, strangers and thieves try it: guesses run out, sessions end, tokens stay small. */
import { generate } from 'otplib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAuthenticator } from '../../test/authenticator.ts'
import { type Lab, openLab } from '../../test/lab.ts'
import { type Visitor, visit } from '../../test/visitor.ts'
import type { Refusal } from '#kernel/verdict.ts'
import type { AnyOperation } from '#platform/cx.ts'
import { perform } from '#platform/operation.ts'

const PASSWORD = 'seven quiet toucans'
let lab: Lab
beforeAll(async () => {
  lab = await openLab({ behindProxy: true })
  await lab.person('root', ['administrator'], { unit: null })
})
afterAll(() => lab.close())

async function account(username: string, roles: readonly string[] = []): Promise<string> {
  const { id } = await lab
    .as('root')
    .do('identity.add-person', { name: username, username, password: PASSWORD })
  for (const role of roles) await lab.as('root').do('identity.grant-role', { person: id, role })
  return id as string
}
async function signedIn(username: string, roles: readonly string[] = []): Promise<Visitor> {
  await account(username, roles)
  const who = visit(lab)
  await who.signIn(username, PASSWORD)
  return who
}
const wrongTries = async (username: string, count: number, who = () => visit(lab)): Promise<number[]> => {
  const statuses: number[] = []
  for (let i = 0; i < count; i += 1)
    statuses.push((await who().signIn(username, 'not the password at all')).status)
  return statuses
}

describe('guesses', () => {
  test('a name that nobody bears is answered and paused like one that somebody bears', async () => {
    await account('known')
    const one = await visit(lab).signIn('known', 'wrong wrong wrong')
    const other = await visit(lab).signIn('nobody-at-all', 'wrong wrong wrong')
    expect({ ...other.body, instance: 0 }).toEqual({ ...one.body, instance: 0 })
    expect(await wrongTries('known', 5)).toEqual([401, 401, 401, 401, 429])
    expect(await wrongTries('nobody-at-all', 5)).toEqual([401, 401, 401, 401, 429])
    expect((await visit(lab).signIn('known', PASSWORD)).body.code).toBe('identity.sign-in-paused')
    lab.clock.advance(5 * 60_000)
    expect((await visit(lab).signIn('known', PASSWORD)).status).toBe(200)
  })

  test('a hundred at once are a hundred: five are tried, the others wait', async () => {
    await account('crowd')
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => visit(lab).signIn('crowd', 'wrong wrong wrong')),
    )
    expect(answers.filter((a) => a.status === 401).length).toBeLessThanOrEqual(5)
  })

  test('a stranger who guesses does not lock a person out of their own machine', async () => {
    const own = await signedIn('own-machine')
    await wrongTries('own-machine', 8)
    expect((await visit(lab).signIn('own-machine', PASSWORD)).status).toBe(429)
    expect((await own.signIn('own-machine', PASSWORD)).status).toBe(200)
    // A thief of that machine has no more tries than anybody.
    expect(await wrongTries('own-machine', 6, () => own)).toEqual([401, 401, 401, 401, 401, 429])
  })

  test('after a hundred in a row a name is closed to strangers, and its passkey still opens', async () => {
    const who = await signedIn('besieged')
    const key = makeAuthenticator('http://lab.test')
    const asked = (await who.ask('identity.passkey-challenge', { for: 'add' })).body.options
    await who.tell('identity.add-passkey', { name: 'Key', passkey: key.register(asked) })
    let tried = 0
    for (let i = 0; i < 250 && tried < 100; i += 1) {
      const answer = await visit(lab).signIn('besieged', 'wrong wrong wrong')
      if (answer.status === 401) tried += 1
      if (answer.body.code === 'identity.sign-in-closed') break
      if (answer.status === 429) lab.clock.advance(60 * 60_000)
    }
    expect(tried).toBe(100)
    const closed = await visit(lab).signIn('besieged', PASSWORD)
    expect(closed.body).toMatchObject({ status: 429, code: 'identity.sign-in-closed' })
    expect(closed.body.next).toMatch(/passkey/)
    const open = visit(lab)
    const options = (await open.ask('identity.sign-in-challenge')).body.options
    expect((await open.tell('identity.sign-in', { passkey: key.answer(options) })).status).toBe(200)
  }, 120_000)

  test('one address that tries many names is held up; a browser that is known behind it is not', async () => {
    const address = '203.0.113.77'
    await account('neighbour')
    const neighbour = visit(lab, { address })
    expect((await neighbour.signIn('neighbour', PASSWORD)).status).toBe(200)
    // In process: over HTTP the server's own limit of calls in a minute, by the real clock, would speak first.
    const op = lab.ground.operations.get('identity.sign-in') as AnyOperation
    const from = (input: object, where = address): Promise<string> =>
      perform(lab.ground, op, { actor: null, input, caller: { address: where, agent: null } }).then(
        () => 'in',
        (refusal: Refusal) => refusal.code,
      )
    const spray = (i: number): Promise<string> =>
      from({ username: `spray-${i}`, password: 'Summer 2026 Summer' })
    for (let i = 0; i < 100; i += 5) {
      const five = await Promise.all([0, 1, 2, 3, 4].map((n) => spray(i + n)))
      expect(five, String(i)).toEqual(Array.from({ length: 5 }, () => 'identity.wrong-sign-in'))
    }
    expect(await spray(100)).toBe('identity.sign-in-paused')
    const right = { username: 'neighbour', password: PASSWORD }
    expect(await from(right)).toBe('identity.sign-in-paused')
    expect(await from({ ...right, device: neighbour.known.device })).toBe('in')
    expect(await from(right, '203.0.113.78')).toBe('in')
  }, 60_000)
})

describe('sessions', () => {
  const standing = async (who: Visitor): Promise<number> => (await who.ask('identity.who-am-i')).status

  test('end an hour after anybody did anything, and twelve hours after they began', async () => {
    const idle = await signedIn('idle')
    lab.clock.advance(59 * 60_000)
    expect(await standing(idle)).toBe(200)
    lab.clock.advance(59 * 60_000)
    expect(await standing(idle)).toBe(200)
    lab.clock.advance(61 * 60_000)
    expect(await standing(idle)).toBe(401)

    await idle.signIn('idle', PASSWORD)
    for (let i = 0; i < 13; i += 1) {
      lab.clock.advance(50 * 60_000)
      expect(await standing(idle)).toBe(200)
    }
    for (let i = 0; i < 2; i += 1) {
      lab.clock.advance(40 * 60_000)
      await standing(idle)
    }
    expect(await standing(idle)).toBe(401)
  })

  test('a page that only refreshes itself keeps no session alive', async () => {
    const who = await signedIn('empty-chair')
    const refresh = async (): Promise<number> =>
      (
        await fetch(`${lab.url}/api/identity/who-am-i`, {
          headers: {
            cookie: `custodia_session=${who.jar.get('custodia_session')}`,
            'custodia-unattended': '1',
          },
        })
      ).status
    lab.clock.advance(40 * 60_000)
    expect(await refresh()).toBe(200)
    lab.clock.advance(40 * 60_000)
    expect(await refresh()).toBe(401)
  })

  test('a device that sends files by itself keeps no session alive, and one at which somebody is does', async () => {
    const who = await signedIn('sending-alone')
    const asked = async (alone: boolean): Promise<number> =>
      (
        await fetch(`${lab.url}/api/files/parts/${'a'.repeat(64)}`, {
          method: 'HEAD',
          headers: {
            cookie: `custodia_session=${who.jar.get('custodia_session')}`,
            'x-custodia-csrf': who.jar.get('custodia_csrf') ?? '',
            'tus-resumable': '1.0.0',
            ...(alone ? { 'custodia-unattended': '1' } : {}),
          },
        })
      ).status
    lab.clock.advance(40 * 60_000)
    expect(await asked(false)).toBe(404)
    lab.clock.advance(40 * 60_000)
    expect(await asked(true)).toBe(404)
    lab.clock.advance(30 * 60_000)
    expect(await asked(true)).toBe(401)
  })

  test('signing in never goes on with a session that was there: both words are new, the old one ends', async () => {
    const who = await signedIn('fixed')
    const before = new Map(who.jar)
    await who.signIn('fixed', PASSWORD)
    expect(who.jar.get('custodia_session')).not.toBe(before.get('custodia_session'))
    expect(who.jar.get('custodia_csrf')).not.toBe(before.get('custodia_csrf'))
    const old = await fetch(`${lab.url}/api/identity/who-am-i`, {
      headers: { cookie: `custodia_session=${before.get('custodia_session')}` },
    })
    expect(old.status).toBe(401)
    // A word that an attacker put into the browser is not taken up.
    const planted = visit(lab)
    planted.jar.set('custodia_session', 'A'.repeat(43))
    await planted.signIn('fixed', PASSWORD)
    expect(planted.jar.get('custodia_session')).not.toBe('A'.repeat(43))
  })

  test('the CSRF word of one session is of no use to another', async () => {
    const one = await signedIn('csrf-one')
    const other = await signedIn('csrf-other')
    const answer = await one.tell(
      'identity.sign-out',
      {},
      {
        headers: { 'x-custodia-csrf': other.jar.get('custodia_csrf') as string },
      },
    )
    expect(answer.body.code).toBe('csrf-missing')
    expect(await standing(one)).toBe(200)
  })

  test('the cookies are for this site and for the server alone', async () => {
    await account('crumbs')
    const answer = await visit(lab).signIn('crumbs', PASSWORD)
    const [session, csrf] = answer.headers.getSetCookie()
    expect(session).toMatch(/^custodia_session=[\w-]{43}; .*HttpOnly.*SameSite=Strict/)
    expect(csrf).toMatch(/^custodia_csrf=[\w-]{43}; .*SameSite=Strict/)
    expect(JSON.stringify(answer.body)).not.toContain(session?.slice(17, 60))
  })

  test('a new password ends the other sessions, a sign-out its own; what was stolen is worth nothing then', async () => {
    const one = await signedIn('changes')
    const other = visit(lab)
    await other.signIn('changes', PASSWORD)
    const change = { password: PASSWORD, newPassword: 'nine brass kettles sing' }
    expect((await one.tell('identity.set-password', change)).status).toBe(200)
    expect(await standing(one)).toBe(200)
    expect(await standing(other)).toBe(401)
    const stolen = one.jar.get('custodia_session') as string
    await one.tell('identity.sign-out', {})
    const thief = visit(lab)
    thief.jar.set('custodia_session', stolen)
    expect(await standing(thief)).toBe(401)
  })

  test('one sees where one is signed in and was, by what, and ends one elsewhere', async () => {
    const here = await signedIn('lists')
    const phone = visit(lab, {
      agent: 'Mozilla/5.0 (Linux; Android 16; Pixel) Chrome/150.0 Mobile Safari/537.36',
      address: '203.0.113.9',
    })
    await phone.signIn('lists', PASSWORD)
    const { items } = (await here.ask('identity.my-sessions')).body
    const there = items.find((s: { current: boolean }) => !s.current)
    expect(there).toMatchObject({ device: 'Chrome, Android', address: '203.0.113.9', method: 'password' })
    expect((await here.tell('identity.end-session', { session: there.id })).status).toBe(200)
    expect(await standing(phone)).toBe(401)
    expect((await here.ask('identity.my-sessions')).body.ended).toMatchObject([{ id: there.id }])
    const stranger = await signedIn('stranger-to-lists')
    expect((await stranger.tell('identity.end-session', { session: items[0].id })).status).toBe(404)
  })
})

describe('tokens', () => {
  const bearer = (token: string) => ({
    ask: (operation: string) =>
      fetch(`${lab.url}/api/${operation.replace('.', '/')}`, {
        headers: { authorization: `Bearer ${token}` },
      }),
    tell: async (operation: string, input: object, proof?: string) => {
      const response = await fetch(`${lab.url}/api/${operation.replace('.', '/')}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'custodia-reason': 'story',
          ...(proof ? { 'custodia-step-up': proof } : {}),
        },
        body: JSON.stringify(input),
      })
      return { status: response.status, body: (await response.json()) as Record<string, string> }
    },
  })
  const issue = async (scopes: string[], more: object = {}) =>
    lab.as('tina').tell('identity.issue-token', { name: 'script', scopes, ...more }, { stepUp: true })
  beforeAll(async () => {
    await lab.person('tina', ['administrator'], { unit: null })
  })

  test.each([
    [['*'], 200, 200],
    [['identity.*'], 200, 200],
    [['identity.who-am-i'], 200, 403],
    [['cases.*'], 403, 403],
  ])('with the scopes %j may do that and no more', async (scopes, whoAmI, listUnits) => {
    const { token } = (await issue(scopes)).body
    expect((await bearer(token).ask('identity.who-am-i')).status).toBe(whoAmI)
    expect((await bearer(token).ask('identity.list-units')).status).toBe(listUnits)
  })
  test('a scope that names nothing is refused, and so is a token for longer than a year or for yesterday', async () => {
    expect((await issue(['identity.do-anything'])).body.code).toBe('identity.no-such-scope')
    expect((await issue(['nothing.*'])).body.code).toBe('identity.no-such-scope')
    expect((await issue(['*'], { until: '2031-01-01T00:00:00Z' })).body.code).toBe('identity.token-too-long')
    expect((await issue(['*'], { until: '2020-01-01T00:00:00Z' })).body.code).toBe('identity.token-too-long')
  })
  test('a token ends on its day, and says when it was last used', async () => {
    const until = new Date(Date.parse(lab.clock.now()) + 3_600_000).toISOString()
    const { token, id } = (await issue(['identity.who-am-i'], { until })).body
    expect((await bearer(token).ask('identity.who-am-i')).status).toBe(200)
    const mine = (await lab.as('tina').ask('identity.my-tokens')).body.items
    expect(mine.find((t: { id: string }) => t.id === id)).toMatchObject({
      lastUsedAt: lab.clock.now(),
      until,
    })
    expect(JSON.stringify(mine)).not.toContain(token)
    lab.clock.advance(3_600_000)
    expect((await bearer(token).ask('identity.who-am-i')).status).toBe(401)
  })
  test('a stolen token changes nothing about how its person signs in, and makes no other token', async () => {
    const { token } = (await issue(['*'])).body
    const thief = bearer(token)
    const { proof } = (await thief.tell('identity.step-up', { pin: '246810' })).body
    const tries: [string, object][] = [
      ['identity.issue-token', { name: 'more', scopes: ['*'] }],
      ['identity.set-pin', { pin: '135792' }],
      ['identity.set-password', { newPassword: 'nine brass kettles sing' }],
      ['identity.enrol-totp', {}],
      ['identity.make-recovery-codes', {}],
    ]
    for (const [operation, input] of tries)
      expect((await thief.tell(operation, input, proof)).body.code, operation).toBe('identity.not-by-token')
  })
  test('a token alone signs nothing: it needs the PIN of its person, tried no oftener than anywhere', async () => {
    const { token } = (await issue(['*'])).body
    const machine = bearer(token)
    const signing = ['identity.require-second-factor', { roles: [] }] as const
    expect((await machine.tell(...signing)).body.code).toBe('step-up-required')
    const narrow = bearer((await issue(['identity.require-second-factor'])).body.token)
    expect((await narrow.tell('identity.step-up', { pin: '246810' })).body.code).toBe('scope-missing')
    const proof = (await machine.tell('identity.step-up', { pin: '246810' })).body.proof as string
    expect((await machine.tell(...signing, proof)).status).toBe(200)
    // A proof is bound to what made it: another token of the same person cannot use it.
    const other = bearer((await issue(['*'])).body.token)
    expect((await other.tell(...signing, proof)).body.code).toBe('step-up-required')
  })
  test('an ordinary person ends their own tokens only', async () => {
    await lab.person('tom', ['analyst'])
    const { id } = (await issue(['*'])).body
    expect((await lab.as('tom').tell('identity.revoke-token', { token: id })).status).toBe(404)
    expect((await lab.as('tina').tell('identity.revoke-token', { token: id })).status).toBe(200)
  })
})

describe('PINs', () => {
  test('one that everybody tries first is none', async () => {
    const who = await signedIn('pin-common')
    const answer = await who.tell('identity.set-pin', { password: PASSWORD, pin: '123456' })
    expect(answer.body.code).toBe('identity.pin-common')
  })
  test('tries run out, and after twenty only a new PIN helps', async () => {
    const who = await signedIn('forgets')
    expect((await who.tell('identity.step-up', { pin: '271828' })).body.code).toBe('identity.no-pin')
    expect((await who.tell('identity.set-pin', { pin: '271828' })).body.code).toBe('identity.show-yourself')
    await who.tell('identity.set-pin', { password: PASSWORD, pin: '271828' })
    let closed = ''
    for (let i = 0; i < 40 && closed !== 'identity.pin-closed'; i += 1) {
      closed = (await who.tell('identity.step-up', { pin: '000001' })).body.code
      if (closed === 'identity.sign-in-paused') lab.clock.advance(15 * 60_000)
      await who.ask('identity.who-am-i')
    }
    expect(closed).toBe('identity.pin-closed')
    expect((await who.tell('identity.step-up', { pin: '271828' })).status).toBe(429)
    expect((await who.tell('identity.set-pin', { password: PASSWORD, pin: '314159' })).status).toBe(200)
    expect((await who.tell('identity.step-up', { pin: '314159' })).status).toBe(200)
  })
})

describe('codes of an authenticator', () => {
  const epoch = (): number => Math.floor(Date.parse(lab.clock.now()) / 1000)
  const enrolled = async (username: string) => {
    const who = await signedIn(username)
    const { secret, uri, qr } = (await who.tell('identity.enrol-totp', { password: PASSWORD })).body
    expect(uri).toContain(`secret=${secret}`)
    expect(qr).toMatch(/^<svg/)
    const { recoveryCodes } = (
      await who.tell('identity.enrol-totp', {
        password: PASSWORD,
        code: await generate({ secret, epoch: epoch() }),
      })
    ).body
    lab.clock.advance(60_000)
    return { who, secret: secret as string, recoveryCodes: recoveryCodes as string[] }
  }

  test('beginning anew does not turn off what works', async () => {
    const { who, secret } = await enrolled('renews')
    await who.tell('identity.enrol-totp', { password: PASSWORD })
    expect((await visit(lab).signIn('renews', PASSWORD)).body.code).toBe('identity.code-needed')
    const code = await generate({ secret, epoch: epoch() })
    expect((await visit(lab).signIn('renews', PASSWORD, { code })).status).toBe(200)
  })
  test('of two who use one code at once, one is let in', async () => {
    const { secret } = await enrolled('twice')
    const code = await generate({ secret, epoch: epoch() })
    const answers = await Promise.all([1, 2, 3].map(() => visit(lab).signIn('twice', PASSWORD, { code })))
    expect(answers.map((a) => a.status).sort()).toEqual([200, 401, 401])
  })
  test('a clock half a minute off is let in, two minutes off is not; the code of another person neither', async () => {
    const { secret } = await enrolled('skewed')
    const other = await enrolled('other-code')
    const at = (seconds: number) => generate({ secret, epoch: epoch() + seconds })
    expect((await visit(lab).signIn('skewed', PASSWORD, { code: await at(-120) })).status).toBe(401)
    expect(
      (
        await visit(lab).signIn('skewed', PASSWORD, {
          code: await generate({ secret: other.secret, epoch: epoch() }),
        })
      ).status,
    ).toBe(401)
    expect((await visit(lab).signIn('skewed', PASSWORD, { code: await at(30) })).status).toBe(200)
  })
  test('turned off only by who shows themselves; new recovery codes take the place of the old', async () => {
    const { who, recoveryCodes } = await enrolled('ends-it')
    const fresh = await who.tell('identity.make-recovery-codes', { password: PASSWORD })
    expect(fresh.body.recoveryCodes).toHaveLength(10)
    expect((await visit(lab).signIn('ends-it', PASSWORD, { code: recoveryCodes[0] })).status).toBe(401)
    expect((await who.tell('identity.end-totp', {})).body.code).toBe('identity.show-yourself')
    expect((await who.tell('identity.end-totp', { password: PASSWORD })).status).toBe(200)
    expect((await visit(lab).signIn('ends-it', PASSWORD)).status).toBe(200)
  })
})

test('where the service asks for a second factor, a session without one can only add one', async () => {
  await lab
    .as('root')
    .do(
      'identity.require-second-factor',
      { roles: ['analyst'] },
      { reason: 'rule of the service', stepUp: true },
    )
  await account('bare', ['analyst'])
  const who = visit(lab)
  expect((await who.signIn('bare', PASSWORD)).body.secondFactorDue).toBe(true)
  expect((await who.ask('identity.who-am-i')).body.secondFactorDue).toBe(true)
  const rules = (await lab.as('root').ask('identity.sign-in-rules')).body
  expect(rules.secondFactorRoles).toEqual(['analyst'])
  expect(rules.roles.find((r: { role: string }) => r.role === 'analyst').without).toBeGreaterThan(0)
  const refused = await who.ask('work.my-bench')
  expect(refused.body).toMatchObject({ status: 403, code: 'second-factor-due' })
  const key = makeAuthenticator('http://lab.test')
  const asked = (await who.ask('identity.passkey-challenge', { for: 'add' })).body.options
  await who.tell('identity.add-passkey', { name: 'Key', passkey: key.register(asked) })
  expect((await who.ask('work.my-bench')).status).toBe(200)
  expect((await who.ask('identity.who-am-i')).body.secondFactorDue).toBe(false)

  await account('not-asked', ['evidence-officer'])
  expect((await visit(lab).signIn('not-asked', PASSWORD)).body.secondFactorDue).toBe(false)
})

test('over https the cookies of a session bear the prefix that binds them to this host, and one without it is nobody', async () => {
  const safe = await openLab({ safe: true })
  try {
    await safe.person('root', ['administrator'], { unit: null })
    await safe.arrange('identity.add-person', { name: 'Rosa', username: 'rosa', password: PASSWORD })
    const answer = await fetch(`${safe.url}/api/identity/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'rosa', password: PASSWORD }),
    })
    const cookies = answer.headers.getSetCookie()
    expect(cookies[0]).toMatch(
      /^__Host-custodia_session=[\w-]{43}; (?=.*Path=\/)(?=.*HttpOnly)(?=.*Secure)(?=.*SameSite=Strict)(?!.*Domain)/,
    )
    expect(cookies[1]).toMatch(
      /^__Host-custodia_csrf=[\w-]{43}; (?=.*Path=\/)(?=.*Secure)(?=.*SameSite=Strict)(?!.*Domain)/,
    )
    const token = cookies[0]?.split(/[=;]/)[1] as string
    const ask = (cookie: string) =>
      fetch(`${safe.url}/api/identity/who-am-i`, { headers: { cookie } }).then((r) => r.status)
    expect(await ask(`__Host-custodia_session=${token}`)).toBe(200)
    expect(await ask(`custodia_session=${token}`)).toBe(401)
  } finally {
    await safe.close()
  }
})
