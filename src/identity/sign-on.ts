/**
 * Sign-on by OpenID Connect (Core 1.0; authorisation code with PKCE, RFC 7636): another house says who somebody is, we say what they may do here. The
 * provider is named by whoever runs the server (CUSTODIA_OIDC_ISSUER), never on a screen; nothing is asked of any host but that one, whatever its own
 * description says, and no answer is followed elsewhere. What a browser must bring back is sealed, held for five minutes and taken once.
 */
import { readFile } from 'node:fs/promises'
import type * as OpenIdClient from 'openid-client'
import { Refusal } from '#kernel/verdict.ts'
import type { Cx, Ground } from '#platform/cx.ts'
import { seal, unseal } from '#platform/sealing.ts'
import { makeChallenge, spendChallenge } from './challenges.ts'

type Library = typeof OpenIdClient
type Provider = OpenIdClient.Configuration

/** An answer that takes longer is none: the local way in stands beside. */
const PATIENCE_SECONDS = 5
const DESCRIBED_MS = 3_600_000
/** An exchange holds a connection of the database: a provider that hangs must not hold them all. */
const AT_ONCE = 3
const SEALED = 'identity.sign-on'

export const providerOf = (ground: Pick<Ground, 'house'>) => ground.house.signOn ?? null
const returnAddress = (ground: Pick<Ground, 'house'>): string => `${ground.house.url}/sign-on`

const known = new WeakMap<object, { provider: Promise<Provider>; until: number }>()
async function described(ground: Ground): Promise<{ library: Library; provider: Provider }> {
  const house = providerOf(ground)
  if (!house) throw new Refusal('conflict', 'identity.no-provider', { next: 'identity.next-local-way' })
  const library = await import('openid-client')
  const now = Date.parse(ground.now())
  const kept = known.get(house)
  if (kept && kept.until > now) return { library, provider: await kept.provider }
  const provider = discover(library, house)
  known.set(house, { provider, until: now + DESCRIBED_MS })
  try {
    return { library, provider: await provider }
  } catch (error) {
    known.delete(house)
    throw error
  }
}

async function discover(library: Library, house: NonNullable<Ground['house']['signOn']>): Promise<Provider> {
  const issuer = new URL(house.issuer)
  const secret = house.secretFile ? (await readFile(house.secretFile, 'utf8')).trim() : undefined
  const provider = await library.discovery(
    issuer,
    house.clientId,
    undefined,
    secret ? library.ClientSecretBasic(secret) : library.None(),
    {
      timeout: PATIENCE_SECONDS,
      [library.customFetch]: onlyAt(issuer.origin),
      // Over http only to this very machine (config.ts): in tests, and where a proxy on it speaks for the provider.
      ...(issuer.protocol === 'http:' ? { execute: [library.allowInsecureRequests] } : {}),
    },
  )
  // The signature of what is said is checked too, not the connection alone.
  library.enableNonRepudiationChecks(provider)
  return provider
}

/** Nothing but the provider's own host is called, though its description may name others. */
const onlyAt =
  (origin: string) =>
  (address: string, options: object): Promise<Response> =>
    new URL(address).origin === origin
      ? fetch(address, { ...options, redirect: 'manual' } as RequestInit)
      : Promise.reject(new TypeError(`${new URL(address).host} is not the provider`))

interface Flow {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}
/** Where the browser goes, and what it keeps until it comes back. */
export async function beginSignOn(cx: Cx): Promise<{ url: string; flow: string }> {
  const { library, provider } = await reached(cx, () => described(cx.ground))
  const state = Buffer.from(await makeChallenge(cx.ground, 'sign-on', '')).toString('base64url')
  const flow: Flow = { state, nonce: library.randomNonce(), verifier: library.randomPKCECodeVerifier() }
  const url = library.buildAuthorizationUrl(provider, {
    redirect_uri: returnAddress(cx.ground),
    scope: 'openid profile',
    response_type: 'code',
    state,
    nonce: flow.nonce,
    code_challenge: await library.calculatePKCECodeChallenge(flow.verifier),
    code_challenge_method: 'S256',
  })
  if (url.origin !== new URL(providerOf(cx.ground)?.issuer ?? '').origin) throw down()
  return { url: url.href, flow: await seal(cx.ground, SEALED, JSON.stringify(flow)) }
}

export interface Said {
  readonly issuer: string
  readonly subject: string
  readonly name: string | null
  /** The provider says that more than one factor was shown (RFC 8176). */
  readonly twoFactors: boolean
}
let asking = 0
/** What the provider says of whoever comes back with this answer: once, in its time, to the browser that began. */
export async function whoSignsOn(cx: Cx, answer: string, sealed: string): Promise<Said> {
  const flow = await flowOf(cx, sealed)
  const back = new URL(`${returnAddress(cx.ground)}?${answer}`)
  const mine = back.searchParams.get('state') === flow.state
  if (!mine || !(await spendChallenge(cx, flow.state, 'sign-on', ''))) throw notOurs()
  if (asking >= AT_ONCE) throw down()
  asking += 1
  try {
    const { library, provider } = await reached(cx, () => described(cx.ground))
    const tokens = await reached(cx, () =>
      library.authorizationCodeGrant(provider, back, {
        pkceCodeVerifier: flow.verifier,
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        idTokenExpected: true,
      }),
    )
    const claims = tokens.claims()
    if (!claims) throw notOurs()
    const name = claims['name'] ?? claims['preferred_username']
    const methods = claims['amr']
    return {
      issuer: claims.iss,
      subject: claims.sub,
      name: typeof name === 'string' ? name.slice(0, 200) : null,
      twoFactors: Array.isArray(methods) && methods.includes('mfa'),
    }
  } finally {
    asking -= 1
  }
}

async function flowOf(cx: Cx, sealed: string): Promise<Flow> {
  try {
    return JSON.parse(await unseal(cx.ground, SEALED, sealed)) as Flow
  } catch {
    throw notOurs()
  }
}

/** Something came that is not what the provider would say of this flow: forged, of another, too old. It is no reason to wait for the provider. */
const untrue: ReadonlySet<string> = new Set([
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_KEY_SELECTION_FAILED',
  'OAUTH_PARSE_ERROR',
  'OAUTH_UNSUPPORTED_OPERATION',
])
/** What the provider refuses is an answer; where nothing sensible is heard of it, the local way stands. */
async function reached<T>(cx: Cx, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Refusal) throw error
    const { name, code, message } = error as { name?: string; code?: string; message?: string }
    cx.ground.log.warn({ name, code, message }, 'the provider of sign-on did not say who it is')
    const answered = name === 'AuthorizationResponseError' || name === 'ResponseBodyError'
    throw answered || untrue.has(code ?? '') ? notOurs() : down()
  }
}
const notOurs = (): Refusal =>
  new Refusal('not-signed-in', 'identity.sign-on-refused', { next: 'identity.next-sign-on-anew' })
const down = (): Refusal =>
  new Refusal('unavailable', 'identity.sign-on-down', { next: 'identity.next-local-way' })
