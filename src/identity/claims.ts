/** Claims: an act signed by a device is judged by its signature alone, stored, then performed as if at its own hour (decided.md 6). */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { canonical, type Json } from '#kernel/canonical.ts'
import { instantOf } from '#kernel/shapes.ts'
import { Refusal } from '#kernel/verdict.ts'
import { perform } from '#platform/operation.ts'
import type { Actor, Ground } from '#platform/cx.ts'
import { actorOfPerson, authorise, systemActor } from './authority.ts'
import { ClaimPayload } from './contract/claims.ts'
import { deviceKey, nextReady, payloadOf } from './store/claims.ts'

export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Only a key on P-256, as browsers make them: anything else is refused before it is kept. */
export function readPublicKey(spki: string): { key: ReturnType<typeof createPublicKey>; sha256: string } {
  try {
    const der = Buffer.from(spki, 'base64')
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
    if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new Error('another curve')
    return { key, sha256: createHash('sha256').update(der).digest('hex') }
  } catch {
    throw new Refusal('invalid', 'identity.not-a-device-key', { next: 'identity.next-register-device' })
  }
}

/** The payload exactly as it was signed; one byte more, or another order of its members, and it is not. */
export function readPayload(payload: string): ClaimPayload {
  const parsed = ClaimPayload.safeParse(parsedJson(payload))
  if (!parsed.success || canonical(JSON.parse(payload) as Json) !== payload)
    throw new Refusal('invalid', 'identity.not-a-claim', { next: 'identity.next-claim-again' })
  return parsed.data
}
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
export const signedBy = (spki: string, payload: string, signature: string): boolean =>
  verify(
    'sha256',
    Buffer.from(payload, 'utf8'),
    { key: readPublicKey(spki).key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64'),
  )

/** Two clocks may differ so much before it is put right; what the device said stands beside it. */
const CLOCK_MS = 2 * 60_000
/** When it happened by the house's clock: a device that is off by two days now was off by two days then. */
export function happenedAt(occurredAt: string, skewMs: number, now: string): string {
  const meant = Math.abs(skewMs) > CLOCK_MS ? Date.parse(occurredAt) - skewMs : Date.parse(occurredAt)
  return instantOf(Math.min(meant, Date.parse(now)))
}

/** Performs what is ready, one after the other; a refusal leaves the claim refused, for a person to answer. */
export async function performClaims(ground: Ground): Promise<number> {
  for (let done = 0; ; done += 1) {
    const claim = await nextReady(ground.db.direct)
    if (!claim) return done
    const outcome = await performOne(ground, claim)
    const settleOp = ground.operations.get('identity.settle-claim')
    if (!settleOp) throw new Error('Defect: nothing settles a claim')
    try {
      await perform(ground, settleOp, { actor: systemActor, input: { claim: claim.id, ...outcome } })
    } catch (error) {
      // Another worker settled it meanwhile.
      if (!(error instanceof Refusal)) throw error
    }
  }
}

interface Ready {
  readonly id: string
  readonly key: string
  readonly person: string
  readonly at: string
}
interface Done {
  readonly state: 'done' | 'refused'
  readonly code?: string
  readonly sentence?: string
  readonly flags: string[]
}
async function performOne(ground: Ground, claim: Ready): Promise<Done> {
  const flags: string[] = []
  const refused = (error: Refusal, language: string): Done => {
    const say = ground.say(language)
    const next = error.next ? ` ${say(error.next, error.values)}` : ''
    return { state: 'refused', code: error.code, sentence: `${say(error.code, error.values)}${next}`, flags }
  }
  const payload = await payloadOf(ground.db.direct, claim.id)
  const said = payload === null ? null : readPayload(payload)
  const key = await deviceKey(ground.db.direct, claim.key)
  if (!said || !key) return refused(new Refusal('conflict', 'identity.not-a-claim'), 'en')
  const then = await actorOfPerson(ground.db.direct, claim.person, claim.at, true)
  const language = then?.language ?? 'en'
  const op = ground.operations.get(said.operation)
  if (!op || op.kind !== 'command' || claimless.has(said.operation.split('.')[0] ?? ''))
    return refused(new Refusal('conflict', 'identity.not-claimable'), language)
  if (!then) return refused(new Refusal('conflict', 'identity.no-right-then'), language)
  if (key.ended_at !== null)
    return refused(
      new Refusal('conflict', 'identity.key-withdrawn', { next: 'identity.next-answer-claim' }),
      language,
    )
  const now = await actorOfPerson(ground.db.direct, claim.person, ground.now())
  if (!now || !authorise(now, op, null)) flags.push('withdrawn-since')
  const actor: Actor = { ...then, via: null, asOf: claim.at }
  try {
    await perform(ground, op, {
      actor,
      input: said.input,
      occurredAt: claim.at,
      reason: said.reason ?? ground.say(language)('identity.claim-reason', { device: key.name }),
      idempotencyKey: said.act,
      // The device asked for its PIN for this very act; it was taken in with the person's own.
      steppedUp: said.confirmed,
    })
    return { state: 'done', flags }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refused(error, language)
  }
}
/** A device signs no acts about who somebody is, about what they may, or about the rules of the house. */
const claimless = new Set(['identity', 'catalogue', 'quality', 'reports'])
