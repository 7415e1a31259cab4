/** What every way in has in common: the session of before ends, a new one opens, and the browser is known from now on. */
import { Refusal } from '#kernel/verdict.ts'
import { ref } from '#kernel/shapes.ts'
import type { Cx } from '#platform/cx.ts'
import { deviceOf } from './devices.ts'
import { type Account, hasSecondFactor } from './store.ts'
import { heldAgency, lacksAgreement } from './store/customers.ts'
import { type Guess, addressKey } from './store/guesses.ts'
import { owesSecondFactor } from './store/policy.ts'
import { type NewSession, endSession, keepDevice, knowsDevice, openSession } from './store/sessions.ts'

/**
 * What a try with a name counts against. From a browser that this person used before it counts for that browser alone, so that a
 * stranger's guesses lock nobody out of their own machine; from elsewhere it counts for the name and for the address.
 */
export async function guessesOf(
  cx: Cx,
  username: string,
  account: Account | undefined,
  device: string | undefined,
): Promise<readonly Guess[]> {
  if (account && device !== undefined && (await knowsDevice(cx.tx, account.person, device, cx.now)))
    return [{ at: 'device', of: `${account.person}:${device}` }]
  return [...addressGuess(cx), { at: 'name', of: username }]
}
export const addressGuess = (cx: Cx): Guess[] =>
  cx.caller.address === null ? [] : [{ at: 'address', of: addressKey(cx.caller.address) }]

/** The new session never takes over what stood in the browser before: token and CSRF word are new (session fixation). */
export async function openFor(
  cx: Cx,
  account: Pick<Account, 'person' | 'name' | 'totp_confirmed_at' | 'passkeys'>,
  method: NewSession['method'],
  device: string | undefined,
  how: {
    readonly place?: string | undefined
    readonly kiosk?: boolean | undefined
    /** More than one factor was shown elsewhere. */
    readonly twoFactors?: boolean
  } = {},
) {
  const lacks = await lacksAgreement(cx, account.person)
  if (lacks)
    throw new Refusal('conflict', 'identity.agreement-lacking', {
      values: { agency: lacks.agency },
      next: 'identity.next-agreement',
    })
  // Asked only once it is shown who it is: a stranger learns nothing of what an agency is held to.
  const held = await heldAgency(cx, 'place-stated', { person: account.person })
  if (held && !how.place)
    throw new Refusal('not-signed-in', 'identity.place-needed', {
      values: { agency: held.agency },
      next: 'identity.next-place',
    })
  if (cx.actor.kind === 'person' && cx.actor.csrf !== null && cx.actor.via !== null)
    await endSession(cx, cx.actor.via)
  const name = deviceOf(cx.caller.agent)
  const narrow = !how.twoFactors && !hasSecondFactor(account) && (await owesSecondFactor(cx, account.person))
  const session = await openSession(cx, account.person, {
    device: name,
    address: cx.caller.address,
    method,
    narrow,
    place: held ? (how.place ?? null) : null,
    kiosk: how.kiosk ?? false,
  })
  const word = await keepDevice(cx, account.person, device, name ?? '')
  await cx.record({
    subject: ref('identity.person', account.person),
    facts: {
      session: session.id,
      method,
      ...(held && how.place ? { place: how.place } : {}),
      ...(how.kiosk ? { kiosk: true } : {}),
    },
  })
  return {
    person: { id: account.person, name: account.name },
    csrf: session.csrf,
    device: word,
    secondFactorDue: narrow,
    setSession: { token: session.token, csrf: session.csrf, until: session.until },
  }
}

export const wrongSignIn = (): Refusal => new Refusal('not-signed-in', 'identity.wrong-sign-in')
