/** Passkeys (W3C Web Authentication, level 3): what a browser is asked, and whether its answer holds. The checking is the library's. */
import type * as WebAuthn from '@simplewebauthn/server'
import { Refusal } from '#kernel/verdict.ts'
import type { Cx, Ground } from '#platform/cx.ts'
import { onFirstUse } from '#platform/on-first-use.ts'
import { type Purpose, makeChallenge, spendChallenge } from './challenges.ts'
import type { Assertion, Registration } from './contract/sign-in.ts'
import { type PasskeyRow, findPasskey, keepCounter, passkeysOf } from './store/passkeys.ts'
import { settingOf } from './store.ts'

const webauthn = onFirstUse<typeof WebAuthn>('@simplewebauthn/server')

/** ES256, EdDSA, RS256 (RFC 9053): what platform authenticators and security keys make. */
const ALGORITHMS = [-7, -8, -257]

/**
 * Passkeys belong to a name, not to an address (Web Authentication, 5.1.2): an installation that is reached by number only has none,
 * but on the machine itself browsers allow `localhost`.
 */
export function passkeyPlace(url: string): { rpId: string; origins: string[] } | undefined {
  const at = new URL(url)
  const host = at.hostname
  if (['127.0.0.1', '[::1]', 'localhost'].includes(host))
    return { rpId: 'localhost', origins: [`${at.protocol}//localhost${at.port ? `:${at.port}` : ''}`] }
  if (/^[\d.]+$/.test(host) || host.startsWith('[')) return undefined
  return { rpId: host, origins: [at.origin] }
}
function placeOf(ground: Ground): { rpId: string; origins: string[] } {
  const place = passkeyPlace(ground.house.url)
  if (!place)
    throw new Refusal('conflict', 'identity.no-passkeys-here', { next: 'identity.next-code-instead' })
  return place
}

/** What the authenticator keeps beside the key, and gives back: the person's id as bytes, which says nothing to others. */
const handleOf = (person: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(person.replaceAll('-', ''), 'hex'))
const boundTo = (cx: Cx): string => cx.actor.via ?? cx.actor.id

export async function signInOptions(cx: Cx) {
  if (!passkeyPlace(cx.ground.house.url)) return null
  return askFor(cx.ground, 'sign-in', '', undefined)
}

export async function stepUpOptions(cx: Cx) {
  const own = await passkeysOf(cx.tx, cx.actor.id)
  if (own.length === 0 || !passkeyPlace(cx.ground.house.url)) return null
  return askFor(
    cx.ground,
    'step-up',
    boundTo(cx),
    own.map((k) => ({ id: k.credentialId, transports: k.transports })),
  )
}

async function askFor(
  ground: Ground,
  purpose: Purpose,
  bound: string,
  allow: { id: string; transports: string[] }[] | undefined,
) {
  return webauthn.generateAuthenticationOptions({
    rpID: placeOf(ground).rpId,
    challenge: await makeChallenge(ground, purpose, bound),
    userVerification: 'required',
    timeout: 5 * 60_000,
    ...(allow ? { allowCredentials: allow } : {}),
  })
}

/** Discoverable and verified by finger, face or PIN of the device: so it stands for name and both factors. */
export async function addOptions(cx: Cx, username: string) {
  const own = await passkeysOf(cx.tx, cx.actor.id)
  return webauthn.generateRegistrationOptions({
    rpName: (await settingOf<string>(cx.tx, 'service-name')) ?? 'Custodia',
    rpID: placeOf(cx.ground).rpId,
    userName: username,
    userDisplayName: cx.actor.name,
    userID: handleOf(cx.actor.id),
    challenge: await makeChallenge(cx.ground, 'add', boundTo(cx)),
    attestationType: 'none',
    timeout: 5 * 60_000,
    excludeCredentials: own.map((k) => ({ id: k.credentialId, transports: k.transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  })
}

export async function registeredPasskey(cx: Cx, registration: Registration) {
  const place = placeOf(cx.ground)
  const checked = await webauthn
    .verifyRegistrationResponse({
      response: registration as Parameters<typeof webauthn.verifyRegistrationResponse>[0]['response'],
      expectedChallenge: (challenge) => spendChallenge(cx, challenge, 'add', boundTo(cx)),
      expectedOrigin: place.origins,
      expectedRPID: place.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    .catch(() => undefined)
  if (!checked?.verified)
    throw new Refusal('conflict', 'identity.passkey-not-made', { next: 'identity.next-try-again' })
  const { credential, aaguid, credentialBackedUp } = checked.registrationInfo
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: [...(credential.transports ?? [])],
    aaguid,
    synced: credentialBackedUp,
  }
}

/** Whose passkey answered, if the answer holds for this purpose, place and session; undefined for every other answer. */
async function answeredBy(
  cx: Cx,
  assertion: Assertion,
  purpose: Purpose,
  bound: string,
): Promise<PasskeyRow | undefined> {
  const place = placeOf(cx.ground)
  const key = await findPasskey(cx.tx, assertion.id)
  if (!key || key.removed || key.stopped) return undefined
  const handle = assertion.response.userHandle
  if (handle != null && handle !== Buffer.from(handleOf(key.person)).toString('base64url')) return undefined
  const checked = await webauthn
    .verifyAuthenticationResponse({
      response: assertion as Parameters<typeof webauthn.verifyAuthenticationResponse>[0]['response'],
      expectedChallenge: (challenge) => spendChallenge(cx, challenge, purpose, bound),
      expectedOrigin: place.origins,
      expectedRPID: place.rpId,
      requireUserVerification: true,
      // The library looks at the counter before the signature; whoever has no key could then stop a passkey. We look after it.
      credential: { id: key.credentialId, publicKey: new Uint8Array(key.publicKey), counter: 0 },
    })
    .catch(() => undefined)
  if (!checked?.verified) return undefined
  const { newCounter, credentialBackedUp } = checked.authenticationInfo
  if (await keepCounter(cx, key.id, newCounter, credentialBackedUp)) return key
  throw new Refusal('conflict', 'identity.passkey-copied', { next: 'identity.next-other-way-in' })
}

export async function signedInByPasskey(cx: Cx, assertion: Assertion): Promise<PasskeyRow | undefined> {
  // Nobody was named: only the handle says whose key the authenticator thinks it is.
  if (assertion.response.userHandle == null) return undefined
  return answeredBy(cx, assertion, 'sign-in', '')
}

export async function ownPasskeyAnswers(cx: Cx, assertion: Assertion): Promise<boolean> {
  const key = await answeredBy(cx, assertion, 'step-up', boundTo(cx))
  return key?.person === cx.actor.id
}
