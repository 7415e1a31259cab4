/** Passwords and PINs as argon2id (RFC 9106, second recommended setting), and random tokens; nothing here is stored in clear. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { Refusal } from '#kernel/verdict.ts'

const derive = promisify(argon2) as unknown as (algorithm: string, parameters: object) => Promise<Buffer>
/** RFC 9106, 4: 64 MiB, 3 passes, 4 lanes; the server keeps two at once at most (see `gate`). */
const cost = { memory: 65_536, passes: 3, parallelism: 4, tagLength: 32 }
/** OWASP's least for argon2id (19 MiB, 2 passes): for codes of 50 random bits, of which ten are made at once. */
const light = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
/** Tests sign hundreds of people in; they say so in the environment and nowhere else. */
const cheap = { memory: 256, passes: 1, parallelism: 1, tagLength: 32 }
const inTests = process.env.CUSTODIA_TEST_CHEAP_SECRETS === '1'

/** `argon2id$m=…,t=…,p=…$salt$tag` */
export const hashSecret = (secret: string): Promise<string> => hashWith(secret, randomBytes(16), cost)
/** For a secret that is none: the PIN of a demonstration stands printed at its door, and is asked for hundreds of times. */
export const hashPrinted = (secret: string): Promise<string> => hashWith(secret, randomBytes(16), cheap)

/** Made together, under one salt: ten cost little, and trying one against ten costs one derivation. */
export async function hashCodes(codes: readonly string[]): Promise<string[]> {
  const salt = randomBytes(16)
  const hashes: string[] = []
  for (const code of codes) hashes.push(await hashWith(code, salt, light))
  return hashes
}

async function hashWith(secret: string, salt: Buffer, full: typeof cost): Promise<string> {
  const parameters = inTests ? cheap : full
  const tag = await derived(secret, salt, parameters)
  return `argon2id$m=${parameters.memory},t=${parameters.passes},p=${parameters.parallelism}$${salt.toString('base64')}$${tag.toString('base64')}`
}

/** Takes the same time for a person who does not exist: the caller passes `undefined`. */
export async function secretMatches(secret: string, kept: string | null | undefined): Promise<boolean> {
  return (await matchingSecret(secret, kept == null ? [] : [kept])) !== undefined
}

/** Which of several fits; all were hashed under the first one's salt. */
export async function matchingSecret(secret: string, kept: readonly string[]): Promise<string | undefined> {
  const first = /^argon2id\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$/.exec(kept[0] ?? '')
  const parameters = first
    ? { memory: Number(first[1]), passes: Number(first[2]), parallelism: Number(first[3]), tagLength: 32 }
    : inTests
      ? cheap
      : cost
  const salt = first ? Buffer.from(first[4] as string, 'base64') : Buffer.alloc(16, 7)
  const tag = await derived(secret, salt, parameters)
  return kept.find((one) => {
    if (!first || !one.startsWith(first[0])) return false
    const known = Buffer.from(one.slice(first[0].length), 'base64')
    return known.length === tag.length && timingSafeEqual(tag, known)
  })
}

function derived(secret: string, salt: Buffer, parameters: typeof cost): Promise<Buffer> {
  return gate(() => derive('argon2id', { message: secret.normalize('NFC'), nonce: salt, ...parameters }))
}

export const newSecret = (): string => randomBytes(32).toString('base64url')

/**
 * Two derivations at a time: a flood of sign-ins must not take the memory that the work needs; nor, each waiting with a
 * connection in its hand, the connections.
 */
const AT_ONCE = 2
const MAY_WAIT = 8
let running = 0
const waiting: (() => void)[] = []
async function gate<T>(work: () => Promise<T>): Promise<T> {
  if (running < AT_ONCE) running += 1
  else if (waiting.length >= MAY_WAIT) throw new Refusal('unavailable', 'identity.busy')
  else await new Promise<void>((go) => waiting.push(go))
  try {
    return await work()
  } finally {
    // The place goes to whoever waits longest; only when nobody does is it given back.
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
