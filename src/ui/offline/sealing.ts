/**
 * The seal on what this device keeps. Each person's rows are shut with AES-GCM-256 under a key of their own; that key lies shut under the
 * device's key, which WebCrypto made and does not give out, and, where the person wants it, under a PIN as well. What this is worth: another
 * user of the browser, a copied profile folder read as text and a lost locked telephone show nothing. Whoever takes the storage of the device
 * apart may find the device's key in it; then the PIN alone stands between, and of six digits there are a million (docs/decisions/kept-on-the-device.md).
 */
import { isKiosk } from '../kiosk.ts'
import { type Lock, within } from './database.ts'

type Bytes = Uint8Array<ArrayBuffer>
const ROUNDS = 600_000
const TRIES = 5
const chance = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
const text = (words: string): Bytes => new TextEncoder().encode(words)

/** Told as a code: the screen says the sentence. */
export class LockedDevice extends Error {
  readonly code: 'locked' | 'wrong-pin' | 'wait' | 'no-seal'
  readonly waitMs: number
  constructor(code: LockedDevice['code'], waitMs = 0) {
    super(`device: ${code}`)
    this.code = code
    this.waitMs = waitMs
  }
}

async function pinKey(pin: string, salt: Bytes, rounds: number): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', text(pin), 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}
const shut = (key: CryptoKey, iv: Bytes, about: string, what: BufferSource): Promise<ArrayBuffer> =>
  crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: text(about) }, key, what)
const unshut = (key: CryptoKey, iv: Bytes, about: string, what: BufferSource): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: text(about) }, key, what)

async function lockOf(
  person: string,
  raw: BufferSource,
  pin: string | null,
  device: CryptoKey,
): Promise<Lock> {
  const iv = chance(12)
  const about = `custodia lock ${person}`
  const by = pin === null ? null : { salt: chance(16), rounds: ROUNDS, iv: chance(12) }
  const inner =
    pin === null || by === null ? raw : await shut(await pinKey(pin, by.salt, by.rounds), by.iv, about, raw)
  return { person, device, iv, shut: await shut(device, iv, about, inner), pin: by, wrong: 0, waitUntil: 0 }
}
async function rawOf(lock: Lock, pin: string | null): Promise<ArrayBuffer> {
  const about = `custodia lock ${lock.person}`
  const inner = await unshut(lock.device, lock.iv, about, lock.shut)
  if (lock.pin === null) return inner
  if (pin === null) throw new LockedDevice('locked')
  return unshut(await pinKey(pin, lock.pin.salt, lock.pin.rounds), lock.pin.iv, about, inner)
}

/** Each wrong PIN after the fifth makes one wait, twice as long each time; the count lies on the device, and survives a reload. */
async function tryPin(lock: Lock, pin: string): Promise<ArrayBuffer> {
  if (lock.waitUntil > Date.now()) throw new LockedDevice('wait', lock.waitUntil - Date.now())
  try {
    return await rawOf(lock, pin)
  } catch {
    const wrong = lock.wrong + 1
    const waitUntil = wrong < TRIES ? 0 : Date.now() + 60_000 * 2 ** Math.min(wrong - TRIES, 10)
    await within('readwrite', async (tx) => tx.put('locks', { ...lock, wrong, waitUntil }))
    throw new LockedDevice('wrong-pin')
  }
}

const importKey = (raw: BufferSource): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
const open = new Map<string, CryptoKey>()
const findLock = (person: string): Promise<Lock | undefined> =>
  within('readonly', (tx) => tx.get('locks', person))

export const hasPin = async (person: string): Promise<boolean> => Boolean((await findLock(person))?.pin)
export const lockNow = (person: string): void => void open.delete(person)

/** The key of this person's rows: made the first time, asked of the PIN where there is one. */
export async function keyOf(person: string, pin: string | null = null): Promise<CryptoKey> {
  const already = open.get(person)
  if (already) return already
  // Without a trusted address (https) the browser has no seal to offer, and nothing is kept in clear instead.
  if (isKiosk() || !globalThis.crypto?.subtle || !globalThis.indexedDB) throw new LockedDevice('no-seal')
  const lock = (await findLock(person)) ?? (await firstLock(person))
  const raw = lock.pin === null ? await rawOf(lock, null) : pin === null ? null : await tryPin(lock, pin)
  if (raw === null) throw new LockedDevice('locked')
  if (lock.wrong > 0)
    await within('readwrite', async (tx) => tx.put('locks', { ...lock, wrong: 0, waitUntil: 0 }))
  const key = await importKey(raw)
  open.set(person, key)
  return key
}
/** Two tabs that begin at once end with one lock: the first that was put. */
async function firstLock(person: string): Promise<Lock> {
  const device = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  const made = await lockOf(person, chance(32), null, device)
  return within('readwrite', async (tx) => {
    const there = await tx.get('locks', person)
    if (!there) tx.put('locks', made)
    return there ?? made
  })
}

/** Sets, changes or takes away the PIN; what is kept stays under its own key. */
export async function changePin(person: string, was: string | null, next: string | null): Promise<void> {
  const lock = await findLock(person)
  if (!lock) throw new LockedDevice('locked')
  const raw = lock.pin === null ? await rawOf(lock, null) : await tryPin(lock, was ?? '')
  const made = await lockOf(person, raw, next, lock.device)
  await within('readwrite', async (tx) => tx.put('locks', { ...rest(lock), ...made }))
}
/** What a new PIN leaves as it is. */
const rest = ({ signing, recovery }: Lock): Partial<Lock> => ({
  ...(signing ? { signing } : {}),
  ...(recovery ? { recovery } : {}),
})

/** What was read over a line: small letters, and blanks or none between the groups. */
const plainCode = (code: string): string => code.toUpperCase().replace(/[^0-9A-Z]/g, '')

/** The device is taken in: its signing key, and the key of the rows shut with the code that the service keeps. Asks for the PIN where there is one. */
export async function takeIn(
  person: string,
  pin: string | null,
  signing: NonNullable<Lock['signing']>,
  code: string,
): Promise<void> {
  const lock = await findLock(person)
  if (!lock) throw new LockedDevice('locked')
  const raw = lock.pin === null ? await rawOf(lock, null) : await tryPin(lock, pin ?? '')
  const [salt, iv] = [chance(16), chance(12)]
  const by = await pinKey(plainCode(code), salt, ROUNDS)
  const recovery = { salt, iv, shut: await shut(by, iv, `custodia recovery ${person}`, raw) }
  await within('readwrite', async (tx) => tx.put('locks', { ...lock, signing, recovery }))
}
/** Opens with the code of the service instead of the PIN, and sets a new PIN. */
export async function recover(person: string, code: string, next: string): Promise<void> {
  const lock = await findLock(person)
  if (!lock?.recovery) throw new LockedDevice('locked')
  const by = await pinKey(plainCode(code), lock.recovery.salt, ROUNDS)
  const raw = await unshut(by, lock.recovery.iv, `custodia recovery ${person}`, lock.recovery.shut).catch(
    () => {
      throw new LockedDevice('wrong-pin')
    },
  )
  const made = await lockOf(person, raw, next, lock.device)
  await within('readwrite', async (tx) => tx.put('locks', { ...rest(lock), ...made }))
  open.set(person, await importKey(raw))
}
export const lockOfPerson = findLock
/** Asked again for an act that must be the person's own: a device without a PIN can ask nobody. */
export async function mustFitPin(person: string, pin: string): Promise<void> {
  const lock = await findLock(person)
  if (!lock?.pin) throw new LockedDevice('wrong-pin')
  await tryPin(lock, pin)
}

/** What is shut is bound to its place: a row put in another's place does not open. */
export async function seal(
  key: CryptoKey,
  place: readonly string[],
  what: BufferSource,
): Promise<{ iv: Bytes; sealed: ArrayBuffer }> {
  const iv = chance(12)
  return { iv, sealed: await shut(key, iv, JSON.stringify(place), what) }
}
export const unseal = (
  key: CryptoKey,
  place: readonly string[],
  row: { readonly iv: Bytes; readonly sealed: ArrayBuffer },
): Promise<ArrayBuffer> => unshut(key, row.iv, JSON.stringify(place), row.sealed)
