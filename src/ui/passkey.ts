/** Passkeys in the browser: whether there can be any here, and having one answer; the library is loaded only when it is used. */
import type { StartAuthenticationOpts, StartRegistrationOpts } from '@simplewebauthn/browser'
import { ask } from './client.ts'

/** Browsers know passkeys only on a safe page that is reached by a name. */
export const canPasskey = (): boolean =>
  window.isSecureContext && 'PublicKeyCredential' in window && !/^[\d.]+$|^\[/.test(location.hostname)

/** On the machine itself a page that is reached by number has the same page under a name: there passkeys work. */
export const passkeyAddress = (): string | null =>
  /^127\.|^\[::1\]$/.test(location.hostname)
    ? `${location.protocol}//localhost${location.port ? `:${location.port}` : ''}${location.pathname}`
    : null

/** What the browser is asked, as the server says it; the library checks its shape. */
type Options = StartAuthenticationOpts['optionsJSON']
type NewOptions = StartRegistrationOpts['optionsJSON']
interface Challenge<Of = Options> {
  readonly options: Of | null
}

/** The answer of one of my passkeys to a fresh challenge, as step-up and changes of the account take it. Null where I have none. */
export async function passkeyAnswer(): Promise<unknown> {
  const { options } = await ask<Challenge>('identity.passkey-challenge', { for: 'step-up' })
  if (options === null) return null
  const { startAuthentication } = await import('@simplewebauthn/browser')
  return startAuthentication({ optionsJSON: options })
}

/** Makes a passkey for the person who is signed in. */
export async function makePasskey(): Promise<unknown> {
  const { options } = await ask<Challenge<NewOptions>>('identity.passkey-challenge', { for: 'add' })
  if (options === null) return null
  const { startRegistration } = await import('@simplewebauthn/browser')
  return startRegistration({ optionsJSON: options })
}

/** `fill`: waits quietly until a passkey is chosen from the name field's own list (conditional UI). */
export async function passkeyForSignIn(fill: boolean): Promise<unknown> {
  const { options } = await ask<Challenge>('identity.sign-in-challenge')
  if (options === null) return null
  const { browserSupportsWebAuthnAutofill, startAuthentication } = await import('@simplewebauthn/browser')
  if (fill && !(await browserSupportsWebAuthnAutofill())) return null
  return startAuthentication({ optionsJSON: options, useBrowserAutofill: fill })
}

/** The person closed the browser's own panel, or it timed out: no fault to tell of. */
export const wasLeft = (cause: unknown): boolean =>
  cause instanceof Error && ['NotAllowedError', 'AbortError'].includes(cause.name)
