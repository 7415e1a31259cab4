/**
 * Challenges of passkey ceremonies, and the state with which a browser goes to a provider of sign-on. Nothing is written down to ask for one: 24 random bytes, the end of its life (6 bytes, seconds)
 * and an HMAC-SHA-256 over both, the purpose and the session it is for. Only a challenge that was answered is remembered, so that it is
 * answered once, whether the answer was good or not.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Cx, Ground } from '#platform/cx.ts'
import { seal, unseal } from '#platform/sealing.ts'
import { sql } from '#platform/sql.ts'
import { hashOf } from './authority.ts'

export type Purpose = 'sign-in' | 'add' | 'step-up' | 'sign-on'
const LIFE_SECONDS = 5 * 60
const NONCE = 24
const END = 6

export async function makeChallenge(
  ground: Ground,
  purpose: Purpose,
  boundTo: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const bare = Buffer.alloc(NONCE + END)
  randomBytes(NONCE).copy(bare)
  bare.writeUIntBE(Math.floor(Date.parse(ground.now()) / 1000) + LIFE_SECONDS, NONCE, END)
  return new Uint8Array(Buffer.concat([bare, macOf(await keyOf(ground), bare, purpose, boundTo)]))
}

/** True once: for a challenge that we made for this purpose and session, in its time. */
export async function spendChallenge(
  cx: Cx,
  challenge: string,
  purpose: Purpose,
  boundTo: string,
): Promise<boolean> {
  const bytes = Buffer.from(challenge, 'base64url')
  if (bytes.length !== NONCE + END + 32 || bytes.toString('base64url') !== challenge) return false
  const bare = bytes.subarray(0, NONCE + END)
  if (!timingSafeEqual(bytes.subarray(NONCE + END), macOf(await keyOf(cx.ground), bare, purpose, boundTo)))
    return false
  const ends = bare.readUIntBE(NONCE, END) * 1000
  if (ends <= Date.parse(cx.now)) return false
  return cx.aside(async (tx) => {
    await tx.run(sql`delete from identity.spent_challenge where expires_at < ${cx.now}::timestamptz`)
    const fresh = await tx.run(
      sql`insert into identity.spent_challenge (hash, expires_at) values (${hashOf(challenge)}, to_timestamp(${ends / 1000})) on conflict do nothing`,
    )
    return fresh === 1
  })
}

const macOf = (key: Buffer, bare: Buffer, purpose: Purpose, boundTo: string): Buffer =>
  createHmac('sha256', key).update(bare).update(`${purpose}:${boundTo}`).digest()

/** One key for every process on this database; made when it is first needed. */
const CHALLENGE_KEY = 'challenge-key'
const keys = new WeakMap<Ground, Buffer>()
async function keyOf(ground: Ground): Promise<Buffer> {
  const known = keys.get(ground)
  if (known) return known
  const fresh = await seal(ground, CHALLENGE_KEY, randomBytes(32).toString('hex'))
  const { value } = await ground.db.aside(async (tx) => {
    await tx.run(
      sql`insert into platform.setting (key, value) values (${CHALLENGE_KEY}, to_jsonb(${fresh}::text)) on conflict (key) do nothing`,
    )
    return tx.one<{ value: string }>(sql`select value from platform.setting where key = ${CHALLENGE_KEY}`)
  })
  const key = Buffer.from(await unseal(ground, CHALLENGE_KEY, value), 'hex')
  keys.set(ground, key)
  return key
}
