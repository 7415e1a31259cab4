/** Passwords and PINs as argon2id (RFC 9106, second recommended setting), and random tokens; nothing here is stored in clear. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2) as unknown as (algorithm: string, parameters: object) => Promise<Buffer>
/** RFC 9106, 4: 64 MiB, 3 passes, 4 lanes; the server keeps two at once at most (see `gate`). */
const cost = { memory: 65_536, passes: 3, parallelism: 4, tagLength: 32 }
/** Tests sign hundreds of people in; they say so in the environment and nowhere else. */
const cheap =
  process.env.CUSTODIA_TEST_CHEAP_SECRETS === '1' ? { ...cost, memory: 256, passes: 1, parallelism: 1 } : cost

/** `argon2id$m=…,t=…,p=…$salt$tag` */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await gate(() =>
    derive('argon2id', { message: secret.normalize('NFC'), nonce: salt, ...cheap }),
  )
  return `argon2id$m=${cheap.memory},t=${cheap.passes},p=${cheap.parallelism}$${salt.toString('base64')}$${tag.toString('base64')}`
}

/** Takes the same time for a person who does not exist: the caller passes `undefined`. */
export async function secretMatches(secret: string, kept: string | null | undefined): Promise<boolean> {
  const m = /^argon2id\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(kept ?? '')
  const parameters = m
    ? { memory: Number(m[1]), passes: Number(m[2]), parallelism: Number(m[3]), tagLength: 32 }
    : cheap
  const salt = m ? Buffer.from(m[4] as string, 'base64') : Buffer.alloc(16, 7)
  const tag = await gate(() =>
    derive('argon2id', { message: secret.normalize('NFC'), nonce: salt, ...parameters }),
  )
  return m !== null && timingSafeEqual(tag, Buffer.from(m[5] as string, 'base64'))
}

export const newSecret = (): string => randomBytes(32).toString('base64url')

/** Two derivations at a time: a flood of sign-ins must not take the memory that the work needs. */
let running = 0
const waiting: (() => void)[] = []
async function gate<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 2) await new Promise<void>((go) => waiting.push(go))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}
