/**
 * Acts signed on this device (docs/decisions/offline-claims.md): ECDSA on P-256 with a key that the browser does not give out. Each carries the
 * count of this device and the hash of the one before, so that one left out is noticed; it is called kept when it is on the disk, and goes out
 * with the others that wait.
 */
import { canonical, type Json } from '#kernel/canonical.ts'
import { newKey, tell } from '../client.ts'
import { layReserve } from './reserve.ts'
import { keyOf, lockOfPerson, mustFitPin, takeIn } from './sealing.ts'
import { findKept } from './store.ts'
import { type WaitingAct, type WaitingFile, writeDown } from './waiting.ts'

const CHAIN = 'device'
interface Chain {
  readonly sequence: number
  readonly previous: string | null
}
const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)))
const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
export const sha256OfText = async (text: string): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', utf8(text)))

/** The device by the name it was taken in under; null where it was not. */
export async function signingDevice(person: string): Promise<{ id: string; name: string } | null> {
  const lock = await lockOfPerson(person).catch(() => undefined)
  return lock?.signing ? { id: lock.signing.id, name: lock.signing.name } : null
}

/** Takes this device in, with a connection and the person's own PIN or passkey; `pin` is that of the device, where it has one. */
export async function takeDeviceIn(person: string, name: string, pin: string | null): Promise<void> {
  await keyOf(person, pin)
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ])
  const publicKey = base64(await crypto.subtle.exportKey('spki', pair.publicKey))
  const { id, recovery } = await tell<{ id: string; recovery: string }>('identity.register-device-key', {
    name,
    publicKey,
  })
  await takeIn(person, pin, { id, name, key: pair.privateKey }, recovery)
  await layReserve()
}

export interface SignedAct {
  readonly payload: string
  readonly signature: string
  readonly sha256: string
}
export interface ToSign {
  readonly operation: string
  readonly input: { readonly [key: string]: unknown }
  readonly label: string
  readonly chain: string
  readonly to?: string
  readonly files?: readonly WaitingFile[]
  /** The question by which the house proves the files, once the act is done there. */
  readonly provedBy?: string
  readonly reason?: string | null
  readonly after?: readonly string[]
  /** The device's PIN, asked again for this act. */
  readonly pin?: string
  /** The hour it happened, where it is not now. */
  readonly occurredAt?: string
}

/** Signs and writes down in one go: the count of the device and the act reach the disk together, or neither does. */
export function signAndKeep(
  person: string,
  act: ToSign,
  alongside: readonly { kind: string; id: string; value?: unknown }[] = [],
): Promise<SignedAct & { readonly waiting: WaitingAct }> {
  return navigator.locks.request(`custodia.signing.${person}`, async () => {
    await keyOf(person)
    const lock = await lockOfPerson(person)
    if (!lock?.signing) throw new Error('this device is not taken in')
    if (act.pin !== undefined) await mustFitPin(person, act.pin)
    const chain = (await findKept<Chain>(person, CHAIN, lock.signing.id))?.value
    const sequence = (chain?.sequence ?? 0) + 1
    const payload = canonical({
      schema: 'custodia/claim/1',
      key: lock.signing.id,
      sequence,
      previous: chain?.previous ?? null,
      after: [...(act.after ?? [])],
      act: newKey(),
      operation: act.operation,
      input: act.input as unknown as Json,
      occurredAt: act.occurredAt ?? new Date().toISOString(),
      reason: act.reason ?? null,
      confirmed: act.pin !== undefined,
    })
    const signature = base64(
      await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, lock.signing.key, utf8(payload)),
    )
    const sha256 = await sha256OfText(payload)
    const waiting = await writeDown(
      person,
      {
        chain: act.chain,
        operation: 'identity.present-claim',
        input: { payload, signature },
        label: act.label,
        files: act.files ?? [],
        signed: true,
        ...(act.to ? { to: act.to } : {}),
        ...(act.provedBy ? { provedBy: act.provedBy } : {}),
      },
      [
        { kind: CHAIN, id: lock.signing.id, value: { sequence, previous: sha256 } satisfies Chain },
        ...alongside,
      ],
    )
    return { payload, signature, sha256, waiting }
  }) as Promise<SignedAct & { readonly waiting: WaitingAct }>
}
/** What somebody else's device signed, brought in by this one: it goes out with what waits here. */
export const carry = (
  person: string,
  signed: { readonly payload: string; readonly signature: string },
  label: string,
): Promise<WaitingAct> =>
  writeDown(person, {
    chain: 'carried',
    operation: 'identity.present-claim',
    input: { payload: signed.payload, signature: signed.signature },
    label,
    signed: true,
  })
