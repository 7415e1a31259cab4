/** Stories of sign-on against a real provider (oidc-provider, in this process): who is let in, who is not, and what an attacker tries. */
import { type KeyObject, createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '#platform/sql.ts'
import { type Lab, type Said, openLab } from '../../test/lab.ts'

const LONG = 120_000
let lab: Lab
let provider: Server
let issuer: string
/** Whom the provider takes the browser for, and by how many factors. */
let who = { sub: 'u-1017', amr: ['pwd'] as string[] }

const listening = (handler: (req: IncomingMessage, res: ServerResponse) => void): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer(handler)
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

beforeAll(async () => {
  lab = await openLab()
  let handle: (req: IncomingMessage, res: ServerResponse) => void = () => undefined
  provider = await listening((req, res) => handle(req, res))
  issuer = addressOf(provider)
  const oidc = new Provider(issuer, {
    clients: [
      {
        client_id: 'custodia',
        redirect_uris: ['http://lab.test/sign-on'],
        token_endpoint_auth_method: 'none',
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub', 'amr'], profile: ['name'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => ({ sub, name: `Name of ${sub}`, amr: who.amr }),
    }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId ?? '',
        accountId: ctx.oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  const answer = oidc.callback()
  handle = (req, res) => {
    if (req.url?.startsWith('/interaction/'))
      void oidc.interactionFinished(req, res, { login: { accountId: who.sub, amr: who.amr } })
    else void answer(req, res)
  }
  await lab.person('ada', ['administrator'], { unit: null, name: 'Ada Flores' })
  await lab.person('perez', ['analyst'], { name: 'J. Perez' })
  await lab.person('neal', ['analyst'], { name: 'N. Neal' })
  use({})
}, LONG)
afterAll(async () => {
  provider?.close()
  await lab?.close()
})
const use = (more: object) =>
  Object.assign(lab.ground.house, {
    signOn: { issuer, clientId: 'custodia', name: 'Police accounts', ...more },
  })
const stranger = () => lab.as(null)
const begin = async (): Promise<Said> => (await stranger().ask('identity.begin-sign-on')).body

/** Goes to the provider as a browser does, cookies and all, until it is sent back; answers what stands behind the question mark. */
async function atProvider(url: string): Promise<string> {
  const cookies = new Map<string, string>()
  let at = url
  for (let i = 0; i < 12; i += 1) {
    const got = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join('; ') },
    })
    for (const line of got.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      cookies.set(name, value)
    }
    const to = got.headers.get('location')
    if (!to) throw new Error(`the provider stopped at ${at}: ${await got.text()}`)
    at = new URL(to, at).href
    if (at.startsWith('http://lab.test/sign-on')) return new URL(at).search.slice(1)
  }
  throw new Error('sent round and round')
}
const signOn = (answer: string, flow: string) => stranger().tell('identity.sign-on', { answer, flow })
async function whole(): Promise<Said> {
  const { url, flow } = await begin()
  return signOn(await atProvider(url), flow)
}

describe('sign-on with the account of another house', () => {
  test('J10 makes nobody: who is known to the provider alone gets a code, an administrator says who that is, and then they are in', {
    timeout: LONG,
  }, async () => {
    expect((await stranger().ask('identity.sign-on-provider')).body).toEqual({ name: 'Police accounts' })
    const people = await lab.db.direct.one<{ n: number }>(sql`select count(*)::int as n from identity.person`)
    const turned = await whole()
    expect([turned.status, turned.body.code]).toEqual([401, 'identity.sign-on-unknown'])
    const [code] = /[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}/.exec(turned.body.detail) ?? []
    expect(code).toBeDefined()
    expect(await lab.db.direct.one(sql`select count(*)::int as n from identity.person`)).toEqual(people)

    const person = lab.people.get('perez')?.id as string
    const self = await lab
      .as('ada')
      .tell('identity.link-sign-on', { person: lab.people.get('ada')?.id, code }, { stepUp: true })
    expect(self.body.code).toBe('identity.not-yourself')
    expect((await lab.as('perez').tell('identity.link-sign-on', { person, code })).status).toBe(403)
    const linked = await lab.as('ada').do('identity.link-sign-on', { person, code })
    expect(linked.name).toBe('Name of u-1017')
    // The code was good once.
    const again = await lab
      .as('ada')
      .tell('identity.link-sign-on', { person: lab.people.get('neal')?.id, code }, { stepUp: true })
    expect(again.body.code).toBe('identity.sign-on-code')

    const opened = await whole()
    expect([opened.status, opened.body.person]).toEqual([200, { id: person, name: 'J. Perez' }])
    expect(opened.headers.getSetCookie().join()).toContain('custodia_session=')
    const [session] = await lab.db.direct.many<{ method: string }>(
      sql`select method from identity.session where person = ${person} and method = 'sign-on'`,
    )
    expect(session?.method).toBe('sign-on')
    const acts = await lab.db.direct.many<{ action: string }>(
      sql`select action from ledger.entry where subject like ${`identity.person%${person}`} order by no`,
    )
    expect(acts.map((a) => a.action)).toEqual(
      expect.arrayContaining(['identity.link-sign-on', 'identity.sign-on']),
    )

    // Unlinked, what was opened by it ends, and nobody comes in with it.
    await lab.as('ada').do('identity.unlink-sign-on', { person }, { reason: 'moved' })
    expect((await whole()).body.code).toBe('identity.sign-on-unknown')
    expect(
      await lab.db.direct.many(
        sql`select 1 from identity.session where person = ${person} and method = 'sign-on' and ended_at is null`,
      ),
    ).toEqual([])
  })

  test('J10 an answer is taken once, by the browser that began, in its time, and for the flow it belongs to', {
    timeout: LONG,
  }, async () => {
    await linkTo('perez')
    const mine = await begin()
    const answer = await atProvider(mine.url)
    const others = await begin()
    // Somebody's answer in another's browser: whoever made a victim open it would be signed on as themselves there.
    expect((await signOn(answer, others.flow)).body.code).toBe('identity.sign-on-refused')
    expect((await signOn(answer, 'sealed.1.AAAA')).body.code).toBe('identity.sign-on-refused')
    // A code of one flow under the state of another: the nonce and the proof of PKCE do not fit.
    const state = new URLSearchParams(new URL(others.url).search).get('state') ?? ''
    const mixed = new URLSearchParams(answer)
    mixed.set('state', state)
    expect((await signOn(mixed.toString(), others.flow)).body.code).toBe('identity.sign-on-refused')
    const fresh = await begin()
    const good = await atProvider(fresh.url)
    expect((await signOn(good, fresh.flow)).status).toBe(200)
    expect((await signOn(good, fresh.flow)).body.code).toBe('identity.sign-on-refused')
    const late = await begin()
    const lateAnswer = await atProvider(late.url)
    lab.clock.advance(6 * 60_000)
    expect((await signOn(lateAnswer, late.flow)).body.code).toBe('identity.sign-on-refused')
  })

  test('J10 a second factor here is not gone round by one factor there; a stopped account stays out', {
    timeout: LONG,
  }, async () => {
    await linkTo('perez')
    const person = lab.people.get('perez')?.id as string
    await lab.db.direct.run(
      sql`update identity.account set totp_confirmed_at = now(), totp_secret = 'sealed.1.x' where person = ${person}`,
    )
    expect((await whole()).body.code).toBe('identity.sign-on-one-factor')
    who = { ...who, amr: ['pwd', 'mfa'] }
    expect((await whole()).status).toBe(200)
    await lab.arrange('identity.suspend-person', { person })
    expect((await whole()).body.code).toBe('identity.sign-on-stopped')
    await lab.arrange('identity.reinstate-person', { person })
  })

  test('J10 where the provider is down or lies about where it lives, nobody else is called and the local way stands', {
    timeout: LONG,
  }, async () => {
    const called: string[] = []
    const inside = await listening((req, res) => {
      called.push(req.url ?? '')
      res.end('{}')
    })
    let self = ''
    const liar = await listening((req, res) => {
      res.setHeader('content-type', 'application/json')
      if (req.url === '/moved/.well-known/openid-configuration') {
        res.writeHead(302, { location: `${addressOf(inside)}/.well-known/openid-configuration` })
        return res.end()
      }
      return res.end(
        JSON.stringify({
          issuer: self,
          authorization_endpoint: `${self}/auth`,
          token_endpoint: `${addressOf(inside)}/token`,
          jwks_uri: `${addressOf(inside)}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        }),
      )
    })
    self = addressOf(liar)
    use({ issuer: self })
    const { url, flow } = await begin()
    const state = new URL(url).searchParams.get('state') ?? ''
    expect((await signOn(`code=x&state=${state}`, flow)).body.code).toBe('identity.sign-on-down')
    use({ issuer: `${self}/moved` })
    expect((await stranger().ask('identity.begin-sign-on')).body.code).toBe('identity.sign-on-down')
    expect(called).toEqual([])
    liar.close()
    use({ issuer: 'http://127.0.0.1:9' })
    const down = await stranger().ask('identity.begin-sign-on')
    expect([down.status, down.body.code]).toEqual([503, 'identity.sign-on-down'])
    await lab.arrange('identity.add-person', {
      name: 'Local',
      username: 'local',
      password: 'a long way home, locally',
    })
    const local = await stranger().tell('identity.sign-in', {
      username: 'local',
      password: 'a long way home, locally',
    })
    expect(local.status).toBe(200)
    inside.close()
    use({})
  })
})

/** A provider of our own that signs whatever it is told to: what an attacker between the two would put in place of the token. */
describe('a forged ID token', () => {
  type Claims = Record<string, unknown>
  const ours = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = (
    claims: Claims,
    key: KeyObject = ours.privateKey,
    header: Claims = { alg: 'RS256', kid: 'k1' },
  ): string => {
    const text = `${part(header)}.${part(claims)}`
    return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`
  }
  let forger: Server
  let at = ''
  let token = ''
  beforeAll(async () => {
    forger = await listening((req, res) => {
      res.setHeader('content-type', 'application/json')
      if (req.url === '/keys')
        return res.end(
          JSON.stringify({
            keys: [{ ...ours.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' }],
          }),
        )
      if (req.url === '/token')
        return res.end(
          JSON.stringify({ access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: token }),
        )
      return res.end(
        JSON.stringify({
          issuer: at,
          authorization_endpoint: `${at}/auth`,
          token_endpoint: `${at}/token`,
          jwks_uri: `${at}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256', 'none'],
        }),
      )
    })
    at = addressOf(forger)
    use({ issuer: at })
  })
  afterAll(() => {
    forger.close()
    use({})
  })
  /** Comes back with the token that is made of what an honest one says. */
  async function comeBack(make: (honest: Claims) => string): Promise<Said> {
    const { url, flow } = await begin()
    const asked = new URL(url).searchParams
    const now = Math.floor(Date.now() / 1000)
    token = make({
      iss: at,
      sub: 'forged-1',
      aud: 'custodia',
      iat: now,
      exp: now + 60,
      nonce: asked.get('nonce'),
    })
    return signOn(`code=x&state=${asked.get('state')}`, flow)
  }

  test('J10 an honest token of the same making is understood: only what is forged is refused', {
    timeout: LONG,
  }, async () => {
    const got = await comeBack((c) => signed(c))
    expect([got.status, got.body.code]).toEqual([401, 'identity.sign-on-unknown'])
  })
  const forged: Record<string, (honest: Claims) => string> = {
    'signed with another key': (c) => signed(c, other.privateKey),
    'changed after it was signed': (c) => {
      const [head, , signature] = signed(c).split('.')
      return `${head}.${part({ ...c, sub: 'administrator' })}.${signature}`
    },
    'without a signature (alg none)': (c) => `${part({ alg: 'none' })}.${part(c)}.`,
    'alg none with a signature beside it': (c) => signed(c, ours.privateKey, { alg: 'none', kid: 'k1' }),
    'signed by the public key as if it were a secret (HS256)': (c) => {
      const text = `${part({ alg: 'HS256', kid: 'k1' })}.${part(c)}`
      const secret = ours.publicKey.export({ type: 'spki', format: 'pem' })
      return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
    },
    'for another audience': (c) => signed({ ...c, aud: 'another-house' }),
    'of another issuer': (c) => signed({ ...c, iss: 'https://elsewhere.example.org' }),
    expired: (c) => signed({ ...c, iat: Number(c.iat) - 7200, exp: Number(c.iat) - 3600 }),
    'without a nonce': (c) => signed({ ...c, nonce: undefined }),
    'with the nonce of another flow': (c) => signed({ ...c, nonce: 'another' }),
    'without a subject': (c) => signed({ ...c, sub: undefined }),
    'that is no token': () => 'x.y.z',
  }
  for (const [how, make] of Object.entries(forged))
    test(`J10 ${how}, it opens nothing`, { timeout: LONG }, async () => {
      const got = await comeBack(make)
      expect([got.status, got.body.code]).toEqual([401, 'identity.sign-on-refused'])
      expect(got.headers.getSetCookie().join()).not.toContain('custodia_session=')
    })
})

async function linkTo(username: string): Promise<void> {
  const turned = await whole()
  if (turned.status === 200 || turned.body.code === 'identity.sign-on-one-factor') return
  const [code] = /[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}/.exec(turned.body.detail) ?? []
  await lab.as('ada').do('identity.link-sign-on', { person: lab.people.get(username)?.id, code })
}
